/**
 * The name of a field from its place and the segments below it. Dots and tildes inside of a segment are escaped as
 * RFC 6901 escapes slashes: `~1` is a dot, `~0` a tilde. Without a place, the name of a spot inside of a value.
 */
export function fieldName(place: string, path: readonly (string | number)[]): string {
  return [...(place === '' ? [] : [place]), ...path.map(escapeSegment)].join('.');
}

function escapeSegment(segment: string | number): string {
  return String(segment).replaceAll('~', '~0').replaceAll('.', '~1');
}
