import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import logger from '@docusaurus/logger';
import {isJsonObject, type JsonObject} from '../model/json.ts';
import type {Api, Operation} from '../model/operation.ts';
import {isOtherVersion} from './api-versions.ts';
import {formNames, type FormName} from './form-names.ts';
import type {LoadedApi} from './load-apis.ts';
import {objectOf} from './normalise/read.ts';
import {resolvePointer} from './normalise/pointer.ts';
import {makeTypes} from './make-types.ts';
import {methodsOf} from './normalise/methods.ts';
import {nameOperations} from './normalise/name-operations.ts';
import {createContext, follow} from './normalise/context.ts';
import {resolveGuideLinks} from './prose/guide-links.ts';
import {sources} from './source-folders.ts';
import {syncFiles, type SyncResult} from './sync-files.ts';

/**
 * Writes the types of every API and a typed form for each of its operations into `folder`, and removes what no document
 * gives any more. Of an API with versions only the current one has them. Files whose text is the same stay untouched, so that nothing is compiled again without need.
 *
 * @param keepsTypes whether this call leaves the types of an API as they are, where it has some: making them takes long,
 * and only who writes code waits for them
 */
export async function generate(
  loaded: LoadedApi[],
  folder: string,
  keepsTypes: (one: LoadedApi) => boolean = () => false,
): Promise<SyncResult> {
  const apis = loaded.filter((one) => !isOtherVersion(one));
  const names = formNames(apis.map(({api}) => api));
  const files = new Map<string, string>();
  for (const one of apis) {
    const {api, rendered, source} = one;
    const own = names.filter(({apiId}) => apiId === api.id);
    const kept = keepsTypes(one) ? existingTypes(api.id, folder) : '';
    const types = await (kept === '' ? typesOf(api.id, source.document, folder) : Promise.resolve(kept)).catch(
      (error: unknown) => {
        // Pages need no types. They can be built of documents that openapi-typescript refuses.
        const reason = error instanceof Error ? error.message : String(error);
        logger.warn(`There are no typed forms for the API "${api.id}", for its types cannot be made: ${reason}`);
      },
    );
    if (types === undefined) continue;
    files.set(`${api.id}/types.d.ts`, types);
    for (const [path, text] of formFiles(rendered, own, typedFormFrom(join(folder, api.id))))
      files.set(`${api.id}/${path}`, text);
  }
  return syncFiles(folder, files);
}

/** The data and the form of each operation, and an index of them, by path below the folder of the API. Pure. */
function formFiles(api: Api, names: FormName[], typedForm: string): Map<string, string> {
  const files = new Map<string, string>();
  const exports: string[] = [];
  for (const name of names) {
    const operation = api.operations.find(({slug}) => slug === name.slug);
    if (operation === undefined) continue;
    // These files are written before the pages of guides are known.
    const data = resolveGuideLinks(JSON.stringify(operation), () => undefined);
    files.set(`${name.slug}.json`, `${data}\n`);
    files.set(`${name.slug}-form.tsx`, formFile(operation, name, typedForm));
    exports.push(`export {${name.name}} from './${name.slug}-form.tsx';`);
  }
  exports.push(`export type {components, operations, paths} from './types';`);
  files.set('index.ts', `${exports.join('\n')}\n`);
  return files;
}

function formFile({title, method, path, operationId}: Operation, {name, slug}: FormName, typedForm: string): string {
  const address = `${method} ${path}`.replaceAll('*/', '*\\/');
  const heading = title.replaceAll('*/', '*\\/').replace(/\s+/g, ' ');
  return `import {typedForm} from '${typedForm}';
import operation from './${slug}.json';
import type {operations} from './types';

/** ${heading}: \`${address}\`. */
export const ${name} = typedForm<operations[${JSON.stringify(operationId)}]>(operation, ${JSON.stringify(name)});
`;
}

/** How a generated file names the component, wherever the site is. */
function typedFormFrom(folder: string): string {
  return relative(folder, join(sources, 'components/OperationForm/typed-form.tsx')).replaceAll('\\', '/');
}

/** The types of a document. They take their time, so they are only made when it has changed. */
async function typesOf(apiId: string, document: JsonObject, folder: string): Promise<string> {
  const named = withOperationIds(apiId, document);
  const hash = createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16);
  const mark = `// Made from the OpenAPI document by \`npm run generate\`. Document: ${hash}`;
  const existing = existingTypes(apiId, folder);
  if (existing.startsWith(`${mark}\n`)) return existing;
  return `${mark}\n${await makeTypes(named)}`;
}

/** Empty where there are none. */
function existingTypes(apiId: string, folder: string): string {
  const path = join(folder, apiId, 'types.d.ts');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * The document with an id for each operation, the one that it has on the site: types are found by it. Path items that
 * several paths share are repeated, for their operations then have ids of their own.
 */
function withOperationIds(apiId: string, document: JsonObject): JsonObject {
  const context = createContext(apiId, apiId, document);
  const paths = Object.fromEntries(
    Object.entries(objectOf(document['paths'])).map(([path, item]) => [path, structuredClone(follow(item, context))]),
  );
  const copy: JsonObject = {...document, paths};
  for (const {pointer, operationId} of nameOperations(context)) {
    const operation = resolvePointer(copy, pointer);
    if (isJsonObject(operation)) operation['operationId'] = operationId;
  }
  return {...copy, paths: {...paths, ...newMethods(paths)}};
}

/** Operations of methods that the types of paths know nothing of, each as a path of its own (OpenAPI 3.2). */
function newMethods(paths: Record<string, JsonObject | undefined>): Record<string, JsonObject> {
  const known = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    methodsOf(item)
      .filter(({key}) => !known.includes(key))
      .map(
        ({method, operation}) => [`${path} ${method}`, {parameters: item?.['parameters'], post: operation}] as const,
      ),
  );
  return Object.fromEntries(entries);
}
