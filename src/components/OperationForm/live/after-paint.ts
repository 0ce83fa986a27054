/** In a page that is not seen no frame comes; then it is done after so many milliseconds. */
const unseenMs = 100;

/** Does something once after the next paint, however often it is asked for until then. */
export interface AfterPaint {
  ask: () => void;
  /** What is asked for is not done any more. */
  stop: () => void;
}

/** Makes the task: what follows from a keystroke, but is not the letter itself, must not hold up the letter. */
export function afterPaint(task: () => void): AfterPaint {
  let due: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    if (due === undefined) return;
    clearTimeout(due);
    due = undefined;
    task();
  };
  return {
    ask() {
      if (due !== undefined) return;
      due = setTimeout(run, unseenMs);
      requestAnimationFrame(() => setTimeout(run));
    },
    stop() {
      clearTimeout(due);
      due = undefined;
    },
  };
}
