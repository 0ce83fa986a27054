import type {Json} from './json.ts';
import {isValueObject} from './values.ts';
import type {Value} from './values.ts';

/** The value that a JSON Pointer (RFC 6901) leads to, or undefined when it leads nowhere or is none. */
export function resolvePointer(value: Json | undefined, pointer: string): Json | undefined;
export function resolvePointer(value: Value | undefined, pointer: string): Value | undefined;
export function resolvePointer(value: Value | undefined, pointer: string): Value | undefined {
  const segments = pointerSegments(pointer);
  if (segments === undefined) return undefined;
  let inner: Value | undefined = value;
  for (const segment of segments) {
    if (Array.isArray(inner)) inner = /^(0|[1-9]\d*)$/.test(segment) ? inner[Number(segment)] : undefined;
    else if (isValueObject(inner)) inner = Object.hasOwn(inner, segment) ? inner[segment] : undefined;
    else return undefined;
  }
  return inner;
}

/** The unescaped segments of a JSON Pointer (RFC 6901, sections 3 and 4), or undefined when the text is none. */
export function pointerSegments(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
