import type {Document} from '@redocly/openapi-core';
import {isJsonObject} from '../model/json.ts';
import type {Problem} from './openapi-error.ts';
import {placeAt, problemAt} from './problems.ts';

/**
 * Completes a version that is clear but not written as OpenAPI demands (OpenAPI Object: a string with all its numbers), such
 * as the number 3.1 or "3.0", in what was read; no tool behind us takes it otherwise. Gives the mistake to be told.
 */
export function completeVersion(root: Document, siteDir: string): Problem[] {
  const {parsed} = root;
  if (!isJsonObject(parsed)) return [];
  const key = parsed['openapi'] === undefined ? 'swagger' : 'openapi';
  const written = versionText(root, key, parsed[key], siteDir);
  const meant = written === undefined ? undefined : meantBy[key](written);
  if (meant === undefined || meant === parsed[key]) return [];
  parsed[key] = meant;
  return [
    problemAt(root, `#/${key}`, siteDir, {
      message: `The version must be text with all its numbers, not ${written}; it is read as ${meant}.`,
      hint: `Write \`${key}: "${meant}"\`, with the quotes.`,
      rule: 'version-text',
    }),
  ];
}

const meantBy = {
  openapi: (written: string) => (/^3\.[012]$/.test(written) ? `${written}.0` : undefined),
  swagger: (written: string) => (/^2(\.0)?$/.test(written) ? '2.0' : undefined),
};

/** The version as it stands in the file: to a parser, the number 3.0 is 3. */
function versionText(root: Document, key: string, value: unknown, siteDir: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return undefined;
  const {line, column} = placeAt(root, `#/${key}`, siteDir);
  const text = root.source.getLines()[line - 1]?.slice(column - 1) ?? '';
  return /^["']?\w+["']?\s*:\s*(\d+(?:\.\d+)?)/.exec(text)?.[1];
}
