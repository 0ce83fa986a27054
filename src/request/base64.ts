/** Base64 with padding (RFC 4648, section 4). */
export function base64(bytes: Uint8Array): string {
  // In slices, for a call takes only so many arguments.
  let binary = '';
  for (let start = 0; start < bytes.length; start += sliceLength) {
    binary += String.fromCharCode(...bytes.subarray(start, start + sliceLength));
  }
  return btoa(binary);
}

const sliceLength = 0x2000;
