/**
 * Makes a queue whose tasks run one after another, in the order of asking: of two quick saves the later one is then also
 * the one whose pages stay. A task that fails does not keep the next from running.
 */
export function oneAtATime(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next;
    return next;
  };
}
