/**
 * A limit digit by digit, as far as it can be known: a document's number has become the nearest JavaScript number before it
 * comes here. The greatest 64-bit integers, which documents name most often among those that it cannot hold, have become
 * the power of two above them; as a `maximum` they are meant.
 */
export function limitText(keyword: string, limit: number): string {
  if (keyword === 'maximum' && limit === 2 ** 63) return '9223372036854775807';
  if (keyword === 'maximum' && limit === 2 ** 64) return '18446744073709551615';
  const hasAllDigits = Number.isSafeInteger(limit) || !Number.isInteger(limit) || Math.abs(limit) >= 1e21;
  return hasAllDigits ? String(limit) : String(BigInt(limit));
}
