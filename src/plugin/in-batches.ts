/** So much is done at a time: enough to keep a disk at work, and few enough files to have open. */
const batch = 16;

/** Does work that waits for a disk on many things, some at a time. Rejects when the work on one does. */
export async function inBatches<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const all = [...items];
  for (let start = 0; start < all.length; start += batch) await Promise.all(all.slice(start, start + batch).map(work));
}
