import type {NormalizedProblem} from '@redocly/openapi-core';

/** Remarks of the linter on what OpenAPI allows, each with the version that allows it. */
const falseAlarms: {version: RegExp; message: RegExp; pointer?: RegExp}[] = [
  // JSON Schema 2020-12 core, 4.3: a schema may be `true` or `false`.
  {version: /^3\.[1-9]/, message: /^Expected type `Schema` \(object\) but got `boolean`/},
  // OpenAPI 3.2, Response Object: `description` is no longer required.
  {
    version: /^3\.[2-9]/,
    message: /^The field `description` must be present/,
    pointer: /\/responses\/[^/]+(?:\/description)?$/,
  },
  // OpenAPI 3.2, Parameter Object: cookies have a style of their own.
  {version: /^3\.[2-9]/, message: /^`style` can be one of the following only/, pointer: /\/style$/},
  // Swagger 2.0, Response Object: `schema` may be of the type `file`.
  {version: /^2\./, message: /^`type` can be one of the following only/, pointer: /\/responses\/[^/]+\/schema\/type$/},
];

/** Whether a remark is about something that this version of OpenAPI allows. `valueAt` gives what stands at a pointer. */
export function isFalseAlarm(
  {message, location: [place]}: NormalizedProblem,
  version: string,
  valueAt: (pointer: string) => unknown,
): boolean {
  const pointer = place?.pointer ?? '';
  const known = falseAlarms.find((one) => one.version.test(version) && one.message.test(message));
  if (known === undefined || known.pointer?.test(pointer) === false) return false;
  if (pointer.endsWith('/style')) return valueAt(pointer) === 'cookie';
  return !pointer.endsWith('/schema/type') || valueAt(pointer) === 'file';
}
