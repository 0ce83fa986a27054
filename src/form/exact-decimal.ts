/** A decimal number of any size: `digits` × 10^`exponent`, without zeros at the end of the digits. */
interface Decimal {
  digits: bigint;
  exponent: number;
}

/** Beyond this difference of exponents nobody counts digits any more. */
const mostDigits = 5000;

/** Compares two JSON numbers digit by digit: negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareExact(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)];
  const signs = sign(first.digits) - sign(second.digits);
  if (signs !== 0 || first.digits === 0n) return signs;
  const sizes = magnitude(first) - magnitude(second);
  if (sizes !== 0) return sizes * sign(first.digits);
  const [one, other] = aligned(first, second);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether a JSON number has no fraction: `1.0` and `1e400` have none. */
export function isWhole(text: string): boolean {
  return parse(text).exponent >= 0;
}

/** Whether a JSON number is a multiple of another one; of numbers too far apart to tell, that it is. */
export function isMultipleOf(text: string, divisor: string): boolean {
  const [value, step] = [parse(text), parse(divisor)];
  if (value.digits === 0n || step.digits === 0n) return value.digits === 0n;
  if (Math.abs(value.exponent - step.exponent) > mostDigits) return value.exponent > step.exponent;
  const [one, other] = aligned(value, step);
  return one % other === 0n;
}

function parse(text: string): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const trimmed = all.replace(/(?<=\d)0+$/, '');
  const digits = BigInt(trimmed === '' || trimmed === '-' ? '0' : trimmed);
  return digits === 0n
    ? {digits, exponent: 0}
    : {digits, exponent: Number(power) - fraction.length + all.length - trimmed.length};
}

function sign(digits: bigint): number {
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** The place of the first digit. */
function magnitude({digits, exponent}: Decimal): number {
  return String(digits < 0n ? -digits : digits).length + exponent;
}

/** The digits of both for the lower of the two exponents. */
function aligned(a: Decimal, b: Decimal): [bigint, bigint] {
  const lowest = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - lowest), b.digits * 10n ** BigInt(b.exponent - lowest)];
}
