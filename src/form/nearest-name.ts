/** The name itself, or of what is around it the nearest that is known. */
export function nearestName(name: string, known: {has: (name: string) => boolean}): string | undefined {
  for (let end = name.length; end > 0; end = Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('#', end - 1))) {
    const candidate = name.slice(0, end);
    if (known.has(candidate)) return candidate;
  }
  return undefined;
}
