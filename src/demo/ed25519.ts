import {sha512} from '@noble/hashes/sha2.js';
import {bytesToHex, concatBytes, hexToBytes} from '@noble/hashes/utils.js';

// Ed25519 as RFC 8032, section 5.1 has it. WebCrypto knows it too, but not in every browser, and not on plain http.
// Nothing here runs in constant time: the only private key is the demo's own, and everybody can read that.

const p = (1n << 255n) - 19n;
const order = (1n << 252n) + 27742317777372353535851937790883648493n;
const d = modulo(-121665n * invert(121666n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

/** A point in extended coordinates (RFC 8032, section 5.1.4): x = X/Z, y = Y/Z, XY = ZT. */
interface Point {
  X: bigint;
  Y: bigint;
  Z: bigint;
  T: bigint;
}

const neutral: Point = {X: 0n, Y: 1n, Z: 1n, T: 0n};
const base = basePoint();

/** The public key of a private key, both 32 bytes. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return encodePoint(multiply(base, expand(privateKey).scalar));
}

/** The signature over a message, 64 bytes. */
export function sign(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const {scalar, prefix} = expand(privateKey);
  const nonce = hashToScalar(prefix, message);
  const commitment = encodePoint(multiply(base, nonce));
  const challenge = hashToScalar(commitment, encodePoint(multiply(base, scalar)), message);
  return concatBytes(commitment, toBytes((nonce + challenge * scalar) % order));
}

/** Whether a signature over a message was made with the private key of this public key. Never throws. */
export function isSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  const commitment = decodePoint(signature.slice(0, 32));
  const key = decodePoint(publicKey);
  const response = toNumber(signature.slice(32));
  if (commitment === undefined || key === undefined || response >= order) return false;
  const challenge = hashToScalar(signature.slice(0, 32), publicKey, message);
  const left = encodePoint(multiply(base, response));
  const right = encodePoint(add(commitment, multiply(key, challenge)));
  return left.every((byte, index) => byte === right[index]);
}

function expand(privateKey: Uint8Array): {scalar: bigint; prefix: Uint8Array} {
  const hash = sha512(privateKey);
  const scalar = (toNumber(hash.slice(0, 32)) & ((1n << 254n) - 8n)) | (1n << 254n);
  return {scalar, prefix: hash.slice(32)};
}

function hashToScalar(...parts: Uint8Array[]): bigint {
  return toNumber(sha512(concatBytes(...parts))) % order;
}

function add(one: Point, other: Point): Point {
  const a = modulo((one.Y - one.X) * (other.Y - other.X));
  const b = modulo((one.Y + one.X) * (other.Y + other.X));
  const c = modulo(2n * one.T * other.T * d);
  const e = modulo(2n * one.Z * other.Z);
  return {
    X: modulo((b - a) * (e - c)),
    Y: modulo((e + c) * (b + a)),
    Z: modulo((e - c) * (e + c)),
    T: modulo((b - a) * (b + a)),
  };
}

function multiply(point: Point, factor: bigint): Point {
  let result = neutral;
  let doubled = point;
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = add(result, doubled);
    doubled = add(doubled, doubled);
  }
  return result;
}

function encodePoint({X, Y, Z}: Point): Uint8Array {
  const inverse = invert(Z);
  const x = modulo(X * inverse);
  return toBytes(modulo(Y * inverse) | ((x & 1n) << 255n));
}

/** RFC 8032, section 5.1.3. Undefined when the bytes are no point of the curve. */
function decodePoint(bytes: Uint8Array): Point | undefined {
  const number = toNumber(bytes);
  const y = number & ((1n << 255n) - 1n);
  if (y >= p) return undefined;
  const x = xOf(y, number >> 255n);
  return x === undefined ? undefined : {X: x, Y: y, Z: 1n, T: modulo(x * y)};
}

function xOf(y: bigint, sign: bigint): bigint | undefined {
  const square = modulo((y * y - 1n) * invert(modulo(d * y * y + 1n)));
  let x = power(square, (p + 3n) / 8n);
  if (modulo(x * x - square) !== 0n) x = modulo(x * rootOfMinusOne);
  if (modulo(x * x - square) !== 0n || (x === 0n && sign === 1n)) return undefined;
  return (x & 1n) === sign ? x : p - x;
}

function basePoint(): Point {
  const y = modulo(4n * invert(5n));
  const x = xOf(y, 0n) ?? 0n;
  return {X: x, Y: y, Z: 1n, T: modulo(x * y)};
}

function modulo(number: bigint): bigint {
  const rest = number % p;
  return rest < 0n ? rest + p : rest;
}

function invert(number: bigint): bigint {
  return power(number, p - 2n);
}

function power(number: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = modulo(number);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

/** Little-endian, as all numbers of RFC 8032. */
function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(Uint8Array.from(bytes).reverse())}`);
}

function toBytes(number: bigint): Uint8Array {
  return hexToBytes(number.toString(16).padStart(64, '0')).reverse();
}
