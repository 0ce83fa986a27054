/**
 * Stands in for msw's `core/utils/cookieStore` in the browser. Requests to the demo carry no cookies and its replies set
 * none, so nothing is kept; msw's own module asks for `localStorage` as soon as it is imported and brings a list of every
 * public suffix along.
 */
export const cookieStore = {
  /** The cookies for an address: none. */
  getCookies(): [] {
    return [];
  },
  /** Forgets a `Set-Cookie` header. */
  setCookie(): Promise<void> {
    return Promise.resolve();
  },
};
