/**
 * What `next` says, in which every part that is the same as at its place in `previous` is that very object. What is
 * remembered by object then stays known over changes of a document. Changes `next`, which must be plain data without
 * circles and nobody else's.
 */
export function reuseUnchanged<Value>(previous: Value | undefined, next: Value): Value {
  // Parts that stand in many places, schemas above all, are compared once with each other part.
  const compared = new Map<object, Comparison>();
  const reuse = (before: unknown, after: unknown): unknown => {
    if (!isContainer(before) || !isContainer(after) || before === after) return after;
    const known = compared.get(after);
    if (known?.before === before) return known.result;
    const result = isChanged(before, after, reuse) ? after : before;
    compared.set(after, {before, result});
    return result;
  };
  return reuse(previous, next) as Value;
}

interface Comparison {
  before: object;
  result: object;
}

type Container = Record<string, unknown>;

/** Puts what is the same into `after`. The order of members counts: pages follow it. */
function isChanged(before: Container, after: Container, reuse: (before: unknown, after: unknown) => unknown): boolean {
  const keys = Object.keys(after);
  const keysBefore = Object.keys(before);
  let changed = keys.length !== keysBefore.length || Array.isArray(before) !== Array.isArray(after);
  for (const [index, key] of keys.entries()) {
    changed ||= keysBefore[index] !== key;
    if (!Object.hasOwn(before, key)) continue;
    const value = after[key];
    const result = reuse(before[key], value);
    if (result !== before[key]) changed = true;
    else if (result !== value) Object.defineProperty(after, key, {...plain, value: result});
  }
  return changed;
}

/** A member may be called `__proto__`, which an assignment would take for something else. */
const plain = {enumerable: true, configurable: true, writable: true};

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
