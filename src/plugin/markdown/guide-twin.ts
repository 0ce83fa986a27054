import {posix} from 'node:path';
import type {Api} from '../../model/operation.ts';
import {findForm} from '../find-form.ts';
import {formNames, type FormName} from '../form-names.ts';
import {guideMarkdown} from './guide-markdown.ts';
import type {ResolveLink} from './prose-markdown.ts';
import {codeSpan, escapeText, link} from './syntax.ts';
import type {TwinLinks} from './twin-links.ts';

/** A page of `docs/`. */
export interface Guide {
  /** With the base URL. */
  path: string;
  /** From the site's folder: `docs/start-here.mdx`. */
  file: string;
  format: 'mdx' | 'md';
  title: string;
  description: string;
  /** What is in the file. */
  source: string;
}

interface GuideSurroundings {
  links: TwinLinks;
  apis: Api[];
  /** By key of the operation. */
  operationPages: Map<string, string>;
}

/** A guide as Markdown: links lead to the twins of other guides, and a form is a sentence that names its call. Pure. */
export function guideTwin(guide: Guide, guides: Guide[], {links, apis, operationPages}: GuideSurroundings): string {
  const forms = formNames(apis);
  const resolve = links.resolver(guide.path);
  const resolveLink: ResolveLink = (href) => {
    const [, file, hash = ''] = /^([^?#]+\.mdx?)(#.*)?$/.exec(href) ?? [];
    const found = file === undefined ? undefined : guides.find((other) => isAt(file, guide, other));
    return found === undefined ? resolve(href) : `${links.twin(found.path)}${hash}`;
  };
  return guideMarkdown(guide.source, guide.format, {
    title: guide.title,
    resolveLink,
    component: (name) => {
      const found = findForm(name, forms);
      return 'form' in found ? formSentence(found.form, apis, links, operationPages) : undefined;
    },
  });
}

/** Whether a guide names another by this path: relative to itself, or from the site's folder. */
function isAt(file: string, guide: Guide, other: Guide): boolean {
  const fromSite = file.replace(/^(?:@site)?\//, '');
  return other.file === posix.join(posix.dirname(guide.file), file) || (fromSite !== file && other.file === fromSite);
}

function formSentence({apiId, slug}: FormName, apis: Api[], links: TwinLinks, pages: Map<string, string>): string {
  const api = apis.find(({id}) => id === apiId);
  const operation = api?.operations.find((candidate) => candidate.slug === slug);
  if (operation === undefined) return '';
  const {key, method, path, title} = operation;
  const page = pages.get(key) ?? '';
  const call = codeSpan(`${method} ${path}`);
  return `Here the page has a live form that calls ${call}: [${escapeText(title)}](${links.page(page)}), ${link('as Markdown', links.twin(page))}.`;
}
