import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {documentsOf, versionsMistakes, type ApiVersion} from './api-versions.ts';
import {isRecord, specMistakes} from './option-mistakes.ts';

/** One API of the site, with one document or with one for each version. */
export type ApiEntry = {
  /** Part of every address of this API: `/reference/<id>`. Lower-case letters, digits and single hyphens. */
  id: string;
} & (
  | {
      /** The OpenAPI document, relative to the site's folder. */
      spec: string;
    }
  | {
      /** From the newest to the oldest. */
      versions: VersionEntry[];
    }
);

/** One document of an API that has several. */
interface VersionEntry {
  /** What readers know the version by, and part of the addresses of an old one: `/reference/<id>/<label>`. */
  label: string;
  /** The OpenAPI document, relative to the site's folder. */
  spec: string;
  /** The version whose addresses name none. The first one, when no version is marked. */
  current?: boolean;
}

/** One document of the site. */
export interface ApiOptions {
  /** The id of the entry; `<id>@<label>` for a version that is not the current one. */
  id: string;
  /** The OpenAPI document, relative to the site's folder. */
  spec: string;
  /** Which version of which API it is, where there are several. */
  version?: ApiVersion;
}

/** What `docusaurus.config.ts` gives the plugin. */
export interface PluginOptions {
  apis: ApiEntry[];
  /** Where forms send to before the reader chooses: the demo back end, or the first server of the document. */
  target: 'demo' | 'live';
  /** Where the reference begins, without slashes around it. */
  routeBasePath?: string;
  /** The page that "Guides" in the sidebar leads to, without the base URL: `/docs/start-here`. No such link without it. */
  guides?: string;
}

/** The options with every default filled in, and the id that Docusaurus knows this instance of the plugin by. */
export type ResolvedOptions = Required<Omit<PluginOptions, 'apis' | 'guides'>> &
  Pick<PluginOptions, 'guides'> & {id: string; apis: ApiOptions[]};

/**
 * Checks the options and fills in defaults. Throws one error with every mistake in it, each with the place in the
 * configuration and what to do.
 */
export function resolveOptions(options: unknown): ResolvedOptions {
  if (!isRecord(options)) throw new Error('The reference plugin needs options: {apis: [{id, spec}], target}.');
  const {apis, target = 'demo', routeBasePath = 'reference', guides} = options;
  const mistakes = [
    ...apisMistakes(apis),
    ...targetMistakes(target),
    ...routeBasePathMistakes(routeBasePath),
    ...guidesMistakes(guides),
  ];
  if (mistakes.length > 0) {
    throw new Error(
      `The options of the reference plugin in docusaurus.config.ts are not right:\n${mistakes.map((line) => `- ${line}`).join('\n')}`,
    );
  }
  return {
    id: 'default',
    apis: (apis as ApiEntry[]).flatMap(documentsOf),
    target: target as ResolvedOptions['target'],
    routeBasePath: (routeBasePath as string).replace(/^\/+|\/+$/g, ''),
    ...(guides !== undefined && {guides: guides as string}),
  };
}

/** Throws, with a sentence for each, when a document of the options is not where they say. */
export function requireDocuments(options: ResolvedOptions, siteDir: string): void {
  const missing = options.apis.filter(({spec}) => !existsSync(resolve(siteDir, spec)));
  if (missing.length === 0) return;
  const lines = missing.map(({id, spec}) => `- API "${id}": there is no file ${spec} in ${siteDir}.`);
  throw new Error(
    `OpenAPI documents are missing:\n${lines.join('\n')}\nPut the file there, or change \`spec\` in docusaurus.config.ts.`,
  );
}

function apisMistakes(apis: unknown): string[] {
  if (!Array.isArray(apis) || apis.length === 0) return ['`apis` must be a list with at least one {id, spec}.'];
  const mistakes: string[] = [];
  const seen = new Map<string, number>();
  apis.forEach((api: unknown, index) => {
    const place = `apis[${index}]`;
    if (!isRecord(api)) {
      mistakes.push(`\`${place}\` must be an object {id, spec}.`);
      return;
    }
    mistakes.push(...idMistakes(api['id'], place));
    mistakes.push(...(api['versions'] === undefined ? specMistakes(api['spec'], place) : versionsMistakes(api, place)));
    if (typeof api['id'] !== 'string') return;
    const first = seen.get(api['id']);
    if (first === undefined) seen.set(api['id'], index);
    else mistakes.push(`\`${place}.id\` "${api['id']}" is taken by apis[${first}]. Give each API an id of its own.`);
  });
  return mistakes;
}

function idMistakes(id: unknown, place: string): string[] {
  if (typeof id !== 'string') return [`\`${place}.id\` must be a string, such as "doordeck".`];
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return [];
  return [
    `\`${place}.id\` "${id}" becomes part of addresses: begin with a letter and use only lower-case letters, digits and single hyphens.`,
  ];
}

function targetMistakes(target: unknown): string[] {
  return target === 'demo' || target === 'live' ? [] : ['`target` must be "demo" or "live".'];
}

function routeBasePathMistakes(path: unknown): string[] {
  if (typeof path === 'string' && /^\/*[\w-]+(\/[\w-]+)*\/*$/.test(path)) return [];
  return ['`routeBasePath` must be a path of letters, digits and hyphens, such as "reference".'];
}

function guidesMistakes(guides: unknown): string[] {
  if (guides === undefined || (typeof guides === 'string' && /^(?!\/\/)[\w./~%-]+$/.test(guides))) return [];
  return ['`guides` must be the path of a page of this site without its base URL, such as "/docs/start-here".'];
}
