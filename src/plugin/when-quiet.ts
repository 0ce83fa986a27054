import logger from '@docusaurus/logger';

/** Until the bundler has done its work and the browser has asked for it, in milliseconds. */
const quiet = 10_000;

/** A task that can wait, and gives way to everything else. */
export interface QuietTask {
  /** Does it when there was quiet for a while. */
  soon: () => void;
  /** Leaves it, where it has not begun. */
  cancel: () => void;
}

/** A task for later. When it fails, that is said, and nothing else happens. It keeps no process from ending. */
export function whenQuiet(task: () => Promise<void>): QuietTask {
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void => clearTimeout(timer);
  const run = (): void => {
    task().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  };
  return {
    soon: () => {
      cancel();
      timer = setTimeout(run, quiet).unref();
    },
    cancel,
  };
}
