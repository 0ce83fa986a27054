import {readFileSync, statSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {BaseResolver, parseYaml, YamlParseError, type Document, type Source} from '@redocly/openapi-core';
import type {Json, JsonObject} from '../model/json.ts';
import {hideNames} from './hidden-names.ts';
import {memberNames, objectsIn} from './objects-in.ts';
import type {Problem} from './openapi-error.ts';
import {identifiers, resolveIdentifiers} from './schema-identifiers.ts';
import {problemAt} from './problems.ts';

/** An example is for reading; what is larger is no example. */
const mostBytes = 500_000;

/** Levels of a document; what is deeper is a mistake or an attack, and no later step could take it. */
const mostLevels = 500;

/** The name that an `externalValue` goes by meanwhile. */
export const hiddenValue = 'x-external-value';

/**
 * Resolves documents, and puts the text of the files that their examples name (`externalValue: ./pet.json`) into them as
 * `value`; JSON becomes a value. A file that cannot be read is a problem.
 *
 * Every other `externalValue` goes by another name until `restoreExternalValues`: the library would take it for a
 * reference, and fetch what it names on the network.
 */
export class ExampleResolver extends BaseResolver {
  /** The files of examples that were read, absolute. */
  readonly exampleFiles: string[] = [];
  /** Examples whose files cannot be read; pages leave them out. */
  readonly problems: ((siteDir: string) => Problem)[] = [];

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = this.parseDeep(source, isRoot);
    // Few documents have any of these, and each of the steps below walks through a whole document.
    const names = memberNames(document.parsed);
    if (identifiers.some((name) => names.has(name))) resolveIdentifiers(document.parsed);
    if (source.body.includes('hasOwnProperty')) hideNames(document.parsed);
    for (const place of names.has('externalValue') ? externalValues(document.parsed) : []) {
      if (place.isExample && isRelative(place.externalValue) && !isAbsoluteUrl(source.absoluteRef)) {
        this.readExample(place, document);
      } else {
        hide(place);
      }
    }
    return document;
  }

  /** The library's parser gives up at 100 levels, which a schema may well have. */
  private parseDeep(source: Source, isRoot?: boolean): Document {
    try {
      return super.parseDocument(source, isRoot);
    } catch (error) {
      if (!(error instanceof YamlParseError) || !error.originalError.message.includes('maxDepth')) throw error;
    }
    try {
      return {source, parsed: parseYaml(source.body, {filename: source.absoluteRef, maxDepth: mostLevels})};
    } catch (error) {
      throw new YamlParseError(error as Error, source);
    }
  }

  private readExample(place: PlacedValue, document: Document): void {
    const file = resolve(dirname(document.source.absoluteRef), decodePath(place.externalValue));
    const read = readValue(file);
    if ('reason' in read) {
      hide(place);
      const message = `The example's file "${place.externalValue}" cannot be read: ${read.reason}.`;
      const hint = 'Correct the path, which is relative to this file, or write the example here.';
      const problem = {severity: 'warning', message, hint, rule: 'external-example'} as const;
      this.problems.push((siteDir) => problemAt(document, place.pointer, siteDir, problem));
      return;
    }
    this.exampleFiles.push(file);
    delete place.object['externalValue'];
    place.object['value'] = read.value;
  }
}

/** Gives `externalValue` its name back, in a document that was drawn together. */
export function restoreExternalValues(value: unknown): void {
  for (const {object} of objectsIn(value)) {
    if (object[hiddenValue] === undefined) continue;
    object['externalValue'] = object[hiddenValue];
    Reflect.deleteProperty(object, hiddenValue);
  }
}

/** An object with the member `externalValue`. */
interface PlacedValue {
  object: JsonObject;
  externalValue: string;
  pointer: string;
  /** Whether it is an Example Object that has nothing but this: a member of a map called `examples`. */
  isExample: boolean;
}

function externalValues(parsed: unknown): PlacedValue[] {
  return [...objectsIn(parsed)].flatMap(({object, pointer}) => {
    const {externalValue} = object;
    if (typeof externalValue !== 'string') return [];
    const isExample =
      pointer.split('/').at(-2) === 'examples' &&
      ['value', 'dataValue', 'serializedValue'].every((name) => object[name] === undefined);
    return [{object, externalValue, pointer, isExample}];
  });
}

function hide({object, externalValue}: PlacedValue): void {
  delete object['externalValue'];
  object[hiddenValue] = externalValue;
}

function isRelative(reference: string): boolean {
  return !isAbsoluteUrl(reference) && !reference.startsWith('//');
}

function isAbsoluteUrl(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(reference);
}

function readValue(file: string): {value: Json} | {reason: string} {
  try {
    const {size} = statSync(file);
    if (size > mostBytes) return {reason: `it has ${size} bytes, more than ${mostBytes}`};
    const text = readFileSync(file, 'utf8');
    return text.includes('\0') ? {reason: 'it is not text'} : {value: parse(text)};
  } catch (error) {
    return {reason: error instanceof Error ? error.message : String(error)};
  }
}

/** JSON as what it says, everything else as text. */
function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** A path is written as a URI reference (RFC 3986): without query and fragment, its percent-encoding undone. */
function decodePath(reference: string): string {
  const path = reference.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
