import type {Schema as ValidatorSchema} from '@cfworker/json-schema';
import {member} from '../model/member.ts';
import type {SchemaObject} from '../model/schema.ts';
import {isKnownFormat} from './formats.ts';

/** Integer formats are ranges (OpenAPI format registry); `contentEncoding` is the 2020-12 way to say `byte`. */
export function copyFormat(schema: SchemaObject, copy: ValidatorSchema): void {
  const range = member(integerRanges, schema.format ?? '');
  if (range !== undefined) {
    copy.minimum = Math.max(range[0], schema.minimum ?? range[0]);
    copy.maximum = Math.min(range[1], schema.maximum ?? range[1]);
  } else if (schema.format !== undefined) {
    if (isKnownFormat(schema.format)) copy.format = schema.format;
  } else if (schema.contentEncoding === 'base64') {
    copy.format = 'byte';
  } else if (schema.contentEncoding === 'base64url') {
    copy.format = 'base64url';
  }
}

const integerRanges: Record<string, [least: number, greatest: number]> = {
  int8: [-(2 ** 7), 2 ** 7 - 1],
  uint8: [0, 2 ** 8 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  uint16: [0, 2 ** 16 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  // The nearest that a number can say; a reader sees the words of the format, not these.
  int64: [-(2 ** 63), 2 ** 63],
  uint64: [0, 2 ** 64],
};

/**
 * A pattern that runs in Unicode mode (ECMA-262), as the validator demands. Documents often escape what needs no escape
 * (`\_`, `\@`), which that mode refuses; such escapes are taken away. Undefined when it still does not run.
 */
export function runnablePattern(pattern: string): string | undefined {
  return [pattern, pattern.replace(/\\([^\w\\^$.*+?()[\]{}|/-])|\\(_)/g, '$1$2')].find((candidate) => {
    try {
      return Boolean(new RegExp(candidate, 'u'));
    } catch {
      return false;
    }
  });
}
