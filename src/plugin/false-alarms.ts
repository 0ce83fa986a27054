import type {NormalizedProblem} from '@redocly/openapi-core';

interface FalseAlarm {
  version: RegExp;
  message: RegExp;
  pointer?: RegExp;
  /** What stands at the place. */
  value?: (value: unknown) => boolean;
}

/** Remarks of the linter on what OpenAPI allows, each with the version that allows it. */
const falseAlarms: FalseAlarm[] = [
  // JSON Schema 2020-12 core, 4.3: a schema may be `true` or `false`.
  {version: /^3\.[1-9]/, message: /^Expected type `Schema` \(object\) but got `boolean`/},
  // OpenAPI 3.2, Response Object: `description` is no longer required.
  {
    version: /^3\.[2-9]/,
    message: /^The field `description` must be present/,
    pointer: /\/responses\/[^/]+(?:\/description)?$/,
  },
  // OpenAPI 3.2, Parameter Object: cookies have a style of their own.
  {
    version: /^3\.[2-9]/,
    message: /^`style` can be one of the following only/,
    pointer: /\/style$/,
    value: (style) => style === 'cookie',
  },
  // Swagger 2.0, Response Object: `schema` may be of the type `file`.
  {
    version: /^2\./,
    message: /^`type` can be one of the following only/,
    pointer: /\/responses\/[^/]+\/schema\/type$/,
    value: (type) => type === 'file',
  },
  // Swagger 2.0, Schema Object: `type` is that of JSON Schema draft 4, which may be a list.
  {version: /^2\./, message: /^`type` can be one of the following only/, pointer: /\/type$/, value: areTypes},
];

const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

function areTypes(value: unknown): boolean {
  return Array.isArray(value) && value.every((type) => typeof type === 'string' && types.has(type));
}

/** Whether a remark is about something that this version of OpenAPI allows. `valueAt` gives what stands at a pointer. */
export function isFalseAlarm(
  {message, location: [place]}: NormalizedProblem,
  version: string,
  valueAt: (pointer: string) => unknown,
): boolean {
  const pointer = place?.pointer ?? '';
  const isKnown = falseAlarms.some(
    (known) =>
      known.version.test(version) &&
      known.message.test(message) &&
      known.pointer?.test(pointer) !== false &&
      known.value?.(valueAt(pointer)) !== false,
  );
  return isKnown || isUsedInPath(message);
}

/** The linter knows only names of ASCII letters and digits in braces; OpenAPI allows any (Path Templating). */
function isUsedInPath(message: string): boolean {
  const [, name, path] = /^Path parameter `(.*)` is not used in the path `(.*)`\.$/s.exec(message) ?? [];
  return name !== undefined && path?.includes(`{${name}}`) === true;
}
