import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {BaseResolver, Config, Document} from '@redocly/openapi-core';
import {bundle, createConfig, lintDocument, loadConfig} from '@redocly/openapi-core';
import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import {componentNames, withMeantNames} from './bundled-names.ts';
import {checkAddresses, checkLinks, checkShape, checkVersion} from './check-document.ts';
import {checkReferences, findsAllReferences} from './check-references.ts';
import {isFalseAlarm} from './false-alarms.ts';
import {hiddenName, restoreNames} from './hidden-names.ts';
import {checkSize} from './check-size.ts';
import {completeVersion} from './meant-version.ts';
import {OpenApiError, type Place, type Problem} from './openapi-error.ts';
import type {ApiOptions} from './options.ts';
import {fromLintProblem, placeAt, stopsBuild} from './problems.ts';
import {readSource} from './read-source.ts';
import {resolvePointer} from './normalise/pointer.ts';
import {isInOnePiece} from './objects-in.ts';
import {isSwagger, swaggerPointer, upgradeSwagger} from './normalise/swagger/upgrade-swagger.ts';
import {createPartFetch} from './fetch-part.ts';
import {ExampleResolver, hiddenValue, restoreExternalValues} from './example-resolver.ts';
import {syntaxProblems} from './syntax-problems.ts';

/** An OpenAPI document in one piece, with what was found on the way. */
export interface LoadedDocument {
  /**
   * References to other files are drawn in; `$ref`s within the document are kept; Swagger 2.0 has become OpenAPI 3.0.
   * Plain JSON.
   */
  document: JsonObject;
  /** Every file that it was read from, absolute. */
  files: string[];
  /** Mistakes and lint remarks, none of which keeps a page from being built; errors first. */
  warnings: Problem[];
  /** Lints the document, where that was put off: what it would have added to the warnings. */
  lintLater?: () => Promise<Problem[]>;
  /** The place of a pointer of `document` in the file, or of the nearest that stands in it. */
  locate: (pointer: string) => Place;
}

/**
 * Reads, lints and bundles the document of an API with the rules of the site's `redocly.yaml`.
 *
 * Throws an `OpenApiError` with every problem that leaves something impossible to show: a file that cannot be read or
 * parsed, a version we do not know, a `$ref` to nothing.
 *
 * @param isHurried whether somebody waits for the page: linting of a large document is then put off, where it could find
 * nothing that stops a build
 */
export async function loadDocument(
  {id, spec}: ApiOptions,
  siteDir: string,
  isHurried = false,
): Promise<LoadedDocument> {
  const config = await loadRules(id, siteDir);
  const resolver = createResolver(config);
  const path = resolve(siteDir, spec);
  const {root, problems} = await readRoot(path, resolver, siteDir);

  const isPutOff = isHurried && root.source.body.length > largeDocument && findsAllReferences(root);
  const found = [
    ...problems,
    ...(isPutOff ? [] : await lint(root, config, resolver, siteDir)),
    ...checkAddresses(root, siteDir),
    ...checkLinks(root, siteDir),
    ...resolver.problems.map((at) => at(siteDir)),
  ];
  const errors = found.filter(({severity}) => severity === 'error');
  if (errors.some(stopsBuild)) throw new OpenApiError(errors);
  const warnings = [...errors, ...found.filter(({severity}) => severity === 'warning')];

  const {parsed, files} = await bundleDocument(root, config, resolver);
  const toOriginal = isSwagger(root.parsed) ? swaggerPointer : (pointer: string) => pointer;
  return {
    document: parsed,
    files: [path, ...files, ...resolver.exampleFiles],
    warnings,
    ...(isPutOff && {lintLater: () => lintAnew(path, config, siteDir)}),
    locate: (pointer) => placeAt(root, toOriginal(pointer), siteDir),
  };
}

/** Characters. Linting a document of this size takes a part of a second; the largest take several seconds. */
const largeDocument = 1_000_000;

async function lint(root: Document, config: Config, resolver: BaseResolver, siteDir: string): Promise<Problem[]> {
  const remarks = await lintDocument({document: root, config, externalRefResolver: resolver});
  const version = versionOf(root.parsed);
  const valueAt = (pointer: string) => resolvePointer(root.parsed as Json, pointer);
  const kept = remarks.filter((remark) => !remark.ignored && !isFalseAlarm(remark, version, valueAt));
  return kept.map((remark) => fromLintProblem(remark, siteDir, version));
}

/** Bundling has changed what was read, so it is read anew. */
async function lintAnew(path: string, config: Config, siteDir: string): Promise<Problem[]> {
  const resolver = createResolver(config);
  const {root} = await readRoot(path, resolver, siteDir);
  return lint(root, config, resolver, siteDir);
}

/**
 * Reads and bundles a document without linting it, for whoever only asks what is in it. Throws an `OpenApiError` when it
 * cannot be read.
 */
export async function readDocument({id, spec}: ApiOptions, siteDir: string): Promise<JsonObject> {
  const config = await loadRules(id, siteDir);
  const resolver = createResolver(config);
  const {root} = await readRoot(resolve(siteDir, spec), resolver, siteDir);
  return (await bundleDocument(root, config, resolver)).parsed;
}

/** The files of the site that decide how documents are linted. */
export function ruleFiles(siteDir: string): string[] {
  return [join(siteDir, 'redocly.yaml')];
}

/** `3.1.0`; the version was checked before. */
function versionOf(parsed: unknown): string {
  const {openapi, swagger} = isJsonObject(parsed) ? parsed : {};
  const version = openapi ?? swagger;
  return typeof version === 'string' ? version : '';
}

function createResolver({resolve: {http}}: Config): ExampleResolver {
  return new ExampleResolver({http: {...http, customFetch: createPartFetch()}});
}

/** The document as it stands in its file, and the mistakes that were mended on the way. */
interface ReadRoot {
  root: Document;
  problems: Problem[];
}

async function readRoot(path: string, resolver: BaseResolver, siteDir: string): Promise<ReadRoot> {
  const text = readSource(path, siteDir);
  // The types say that it gives its errors back; for a root document it throws them.
  const root = await resolver.resolveDocument(null, path, true).catch((error: unknown) => error as Error);
  if (root instanceof Error) throw new OpenApiError(syntaxProblems(root, text, path, siteDir));
  const mended = completeVersion(root, siteDir);
  for (const check of [checkSize, checkVersion, checkShape, checkReferences]) {
    const problems = check(root, siteDir);
    if (problems.length > 0) throw new OpenApiError([...mended, ...problems]);
  }
  return {root, problems: mended};
}

/** Examples are checked after normalising, by the validator that forms use (check-examples.ts), and once is enough. */
const replacedRules = ['no-invalid-media-type-examples', 'no-invalid-parameter-examples', 'no-invalid-schema-examples'];

async function loadRules(apiId: string, siteDir: string): Promise<Config> {
  const [configPath] = ruleFiles(siteDir).filter((path) => existsSync(path));
  const config =
    configPath === undefined ? await createConfig({extends: ['recommended']}) : await loadConfig({configPath});
  // A version without rules of its own has those of its API.
  const alias = [apiId, apiId.replace(/@.*/, '')].find((name) => config.resolvedConfig.apis?.[name] !== undefined);
  const rules = alias === undefined ? config : config.forAlias(alias);
  rules.skipRules(replacedRules);
  return rules;
}

async function bundleDocument(
  doc: Document,
  config: Config,
  externalRefResolver: BaseResolver,
): Promise<{parsed: JsonObject; files: string[]}> {
  const given = componentNames(doc.parsed);
  const {bundled, files} = await drawTogether(doc, config, externalRefResolver);
  // YAML aliases make shared objects, and dates: through text the document becomes a plain tree.
  const text = JSON.stringify(bundled);
  const parsed: unknown = JSON.parse(text);
  if (text.includes(hiddenValue)) restoreExternalValues(parsed);
  if (text.includes(hiddenName)) restoreNames(parsed);
  if (!isJsonObject(parsed)) throw new Error('A bundled OpenAPI document is always an object.');
  const whole = isSwagger(parsed) ? upgradeSwagger(parsed) : withMeantNames(parsed, given);
  return {parsed: whole, files};
}

/** Where there is nothing to draw in, and nothing that shall be changed on the way, going through a document is spared. */
async function drawTogether(
  doc: Document,
  config: Config,
  externalRefResolver: BaseResolver,
): Promise<{bundled: unknown; files: string[]}> {
  const changes = [...Object.values(config.preprocessors), ...Object.values(config.decorators)];
  if (changes.every((named) => Object.keys(named).length === 0) && isInOnePiece(doc.parsed)) {
    return {bundled: doc.parsed, files: []};
  }
  const {bundle: bundled, fileDependencies} = await bundle({doc, config, externalRefResolver});
  return {bundled: bundled.parsed, files: [...fileDependencies]};
}
