import {checkExamples} from './check-examples.ts';
import {checkProseLinks} from './check-prose-links.ts';
import {countApi, type ApiCounts} from './count-api.ts';
import {loadApis} from './load-apis.ts';
import type {Api} from '../model/operation.ts';
import {methodsOf} from './normalise/methods.ts';
import {entriesOf, membersOf, objectOf} from './normalise/read.ts';
import {OpenApiError, type Problem} from './openapi-error.ts';
import {buildRoutes, type RoutePlan} from './routes.ts';
import {createSiteLinks} from './site-links.ts';

/** What a document is found to be. */
export interface CheckedFile {
  /** Whether OpenAPI allows the document and all of it can be shown: no problem is an error. */
  ok: boolean;
  problems: Problem[];
  counts: DocumentCounts;
}

interface DocumentCounts extends ApiCounts {
  /** Made from schemas, where the document gives none. */
  examples: number;
  /** Given or made, that do not match their schema. */
  invalidExamples: number;
}

const nothing: DocumentCounts = {
  operations: 0,
  webhooks: 0,
  parameters: 0,
  properties: 0,
  schemas: 0,
  responses: 0,
  examples: 0,
  invalidExamples: 0,
};

const address = {baseUrl: '/', routeBasePath: 'reference'};

/**
 * Does with a document all that a build does up to the data of the pages, and tells every problem and what is in it.
 * Never throws.
 *
 * @param file from `siteDir`
 */
export async function checkFile(file: string, siteDir: string): Promise<CheckedFile> {
  try {
    const links = createSiteLinks(address.baseUrl, address.routeBasePath);
    const loaded = await loadApis([{id: 'api', spec: file}], siteDir, links);
    const [first] = loaded;
    if (first === undefined) throw new Error('nothing was loaded');
    // The data of a page is written as JSON; what cannot be, fails here as it would there.
    tryJson(buildRoutes(loaded, address), first.rendered);
    const {api, source} = first;
    const examples = checkExamples(api, source);
    const problems = [...source.warnings, ...checkProseLinks(first, siteDir, links), ...examples.problems];
    // Without those that a page names because something refers into the middle of another.
    const schemas = membersOf(objectOf(source.document['components'])['schemas']).length;
    const webhooks = entriesOf(source.document['webhooks']).flatMap(([, item]) => methodsOf(item)).length;
    return {
      ok: problems.every(({severity}) => severity !== 'error'),
      problems,
      counts: {...countApi(api, webhooks), schemas, examples: examples.made, invalidExamples: examples.invalid},
    };
  } catch (error) {
    return unusable(error instanceof OpenApiError ? error.problems : [unforeseen(error, file)]);
  }
}

/**
 * Writes the data of pages as JSON, to no end but to see that it can be done. Pages share sidebars, and carry named schemas
 * by the thousand, which are written once, by themselves.
 */
function tryJson(plans: RoutePlan[], {schemas}: Api): void {
  JSON.stringify(schemas);
  const written = new Set<unknown>();
  for (const {modules} of plans.flatMap(({routes = []}) => routes)) {
    for (const {data} of Object.values(modules)) {
      if (!written.has(data)) JSON.stringify(withoutSchemas(data));
      written.add(data);
    }
  }
}

function withoutSchemas(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const {operation} = data as {operation?: unknown};
  const own = typeof operation === 'object' && operation !== null ? {operation: {...operation, schemas: {}}} : {};
  return {...data, schemas: {}, schemaLinks: {}, ...own};
}

/** A document of which nothing can be shown, and why. */
export function unusable(problems: Problem[]): CheckedFile {
  return {ok: false, problems, counts: nothing};
}

/** A document that was loaded whole, and of which a page cannot be made. */
function unforeseen(error: unknown, file: string): Problem {
  const message = `The pages of this document cannot be made: ${error instanceof Error ? error.message : String(error)}.`;
  const hint = 'Take parts of the document away to find the place; please report it, for this message should name it.';
  return {severity: 'error', file, line: 1, column: 1, pointer: '#/', message, hint};
}
