import {defaultSchema, type Options} from 'rehype-sanitize';
import {guideScheme} from './guide-links.ts';

/**
 * What a description may contain: what GitHub allows in a README, and the classes of our admonitions. Ids begin with
 * `prefix`, for an id of the document must not take the place of one of the page.
 */
export function sanitiseSchema(prefix: string): Options {
  const attributes = defaultSchema.attributes ?? {};
  return {
    ...defaultSchema,
    clobberPrefix: prefix,
    // Removed with all that they hold; other elements that are not allowed leave their text behind.
    strip: ['script', 'style', 'title', 'template', 'noscript', 'noframes', 'iframe', 'textarea'],
    protocols: {...defaultSchema.protocols, href: [...(defaultSchema.protocols?.['href'] ?? []), guideScheme]},
    attributes: {
      ...attributes,
      div: [...(attributes['div'] ?? []), ['className', 'admonition', /^admonition-[a-z]+$/], ['role', 'note']],
      p: [...(attributes['p'] ?? []), ['className', 'admonition-title']],
    },
  };
}
