/** For one answer, with its body. */
const mostSeconds = 10;

/**
 * Makes a `fetch` for parts of documents on the network (`$ref: https://…`) that always ends: an answer has to come in
 * time, and a server that gave none is not asked again. Throws an error that says what happened, for a problem to quote.
 */
export function createPartFetch(seconds = mostSeconds): (address: string, options?: RequestInit) => Promise<Response> {
  const silent = new Map<string, string>();
  return async (address, options) => {
    const {host} = new URL(address);
    const known = silent.get(host);
    if (known !== undefined) throw new Error(known);
    try {
      return await fetch(address, {...options, signal: AbortSignal.timeout(seconds * 1000)});
    } catch (error) {
      const reason = reasonOf(error, seconds);
      silent.set(host, `${host} ${reason}`);
      throw new Error(`${host} ${reason}`, {cause: error});
    }
  };
}

function reasonOf(error: unknown, seconds: number): string {
  if (!(error instanceof Error)) return `cannot be reached: ${String(error)}`;
  if (error.name === 'TimeoutError') return `did not answer within ${seconds} s`;
  return `cannot be reached: ${error.cause instanceof Error ? error.cause.message : error.message}`;
}
