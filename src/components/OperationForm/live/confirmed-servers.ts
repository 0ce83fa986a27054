const confirmed = new Set<string>();

/** Whether the reader has agreed, in this tab, that real data goes to this server. */
export function isConfirmed(target: string): boolean {
  return confirmed.has(target);
}

/** Remembers for this tab that real data may go to this server. */
export function confirmServer(target: string): void {
  confirmed.add(target);
}
