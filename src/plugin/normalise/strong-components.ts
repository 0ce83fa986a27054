/**
 * Numbers the nodes of a graph so that two have the same number when each leads to the other (Tarjan's strongly connected
 * components). Nodes are looked at when they are asked for, each once, and without recursion: chains may be long.
 */
export function createComponents(targetsOf: (node: string) => string[]): (node: string) => number {
  const components = new Map<string, number>();
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];

  const enter = (node: string): Visit => {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    path.push(node);
    return {node, targets: targetsOf(node), next: 0};
  };
  const lower = (node: string, to = Infinity): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? Infinity, to));
  };
  const leave = (node: string): void => {
    if (lowest.get(node) !== order.get(node)) return;
    for (let member = path.pop(); member !== undefined; member = path.pop()) {
      components.set(member, order.get(node) ?? 0);
      if (member === node) return;
    }
  };

  return (start) => {
    const open = order.has(start) ? [] : [enter(start)];
    for (let visit = open.at(-1); visit !== undefined; visit = open.at(-1)) {
      const target = visit.targets[visit.next++];
      if (target === undefined) {
        open.pop();
        leave(visit.node);
        const holder = open.at(-1);
        if (holder !== undefined) lower(holder.node, lowest.get(visit.node));
      } else if (!order.has(target)) open.push(enter(target));
      else if (!components.has(target)) lower(visit.node, order.get(target));
    }
    return components.get(start) ?? 0;
  };
}

interface Visit {
  node: string;
  targets: string[];
  /** The place of the target that is looked at next. */
  next: number;
}
