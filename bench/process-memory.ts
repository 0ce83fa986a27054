import {readFileSync, readdirSync} from 'node:fs';

/** Watches the memory of a process and of all that it starts. */
export interface MemoryWatch {
  /** The most that was seen, in megabytes. */
  stop: () => number;
}

/** How often, in milliseconds. Reading takes well below one. */
const interval = 100;

/**
 * Watches the resident memory (proc(5), `VmRSS`) of a process and its descendants, on Linux.
 *
 * @param limitMb a process tree that grows beyond it is ended, before the machine suffers
 */
export function watchMemory(pid: number, limitMb: number): MemoryWatch {
  let peak = 0;
  const look = (): void => {
    const now = residentMb(pid);
    peak = Math.max(peak, now);
    if (now <= limitMb) return;
    console.error(`The process has ${Math.round(now)} MB, more than ${limitMb}: it is ended.`);
    process.kill(pid, 'SIGKILL');
  };
  const timer = setInterval(look, interval);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak);
    },
  };
}

/** The resident memory of a process and its descendants in megabytes; 0 when it has ended. */
function residentMb(root: number): number {
  const parents = new Map<number, number>();
  const kilobytes = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = statusOf(name);
    const [, parent] = /^PPid:\s+(\d+)$/m.exec(status) ?? [];
    const [, resident] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    parents.set(Number(name), Number(parent ?? 0));
    kilobytes.set(Number(name), Number(resident ?? 0));
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...kilobytes].reduce((sum, [pid, size]) => (isBelow(pid) ? sum + size : sum), 0) / 1024;
}

/** A process may end while it is looked at. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
