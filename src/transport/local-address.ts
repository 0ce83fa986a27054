/** Whether a host is this device itself; browsers trust it without encryption (Secure Contexts, section 3.1). */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}

/** Whether a host is this device or in a private network (RFC 1918, 3927, 4193, 4291), as far as its name tells. */
export function isLocal(hostname: string): boolean {
  return (
    isLoopback(hostname) ||
    hostname.endsWith('.local') ||
    /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname) ||
    /^\[f(?:[cd]|e[89ab])/.test(hostname)
  );
}
