/** In a browser the code stands in the page already; what writes it comes when it is needed. */
export function staticSnippets(): undefined {
  return undefined;
}
