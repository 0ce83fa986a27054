/** Counts requests, so that whoever sends too many in a short time can be told to wait. */
export interface RateLimit {
  /**
   * Counts one more request of this name. Gives the whole seconds to wait when there have been too many; such a request
   * is not counted, so that waiting is all it takes.
   */
  secondsToWait: (name: string, now: number) => number | undefined;
  forget: () => void;
}

/** More requests than a person sends by hand, and fewer than a loop. */
const most = 20;
const windowMs = 10_000;

export function createRateLimit(): RateLimit {
  const times = new Map<string, number[]>();
  return {
    secondsToWait(name, now) {
      const recent = (times.get(name) ?? []).filter((time) => now - time < windowMs && time <= now);
      times.set(name, recent);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= most)
        return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
      recent.push(now);
      return undefined;
    },
    forget: () => times.clear(),
  };
}
