import type {JsonObject} from '../../model/json.ts';
import type {CodeSample} from '../../model/operation.ts';
import {listOf, objectOf, textOf} from './read.ts';

/** Code that the document brings along, under the new name of the extension or the old; undefined when there is none. */
export function toCodeSamples(operation: JsonObject): CodeSample[] | undefined {
  const given = operation['x-codeSamples'] ?? operation['x-code-samples'];
  const samples = listOf(given).flatMap((value): CodeSample[] => {
    const {lang, label, source} = objectOf(value);
    const code = textOf(source);
    const language = textOf(lang) ?? textOf(label);
    return code === undefined || language === undefined ? [] : [{language, label: textOf(label), code}];
  });
  return samples.length === 0 ? undefined : samples;
}
