import {useEffect, useState} from 'react';

/** The time, anew each second or, while `until` is more than two minutes away, every half minute. */
export function useNow(until: Date | undefined): Date {
  const [now, setNow] = useState(() => new Date());
  const left = until === undefined ? Infinity : until.getTime() - now.getTime();
  const isNear = left > 0 && left < 120_000;
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setInterval(() => setNow(new Date()), isNear ? 1000 : 30_000);
    return () => clearInterval(timer);
  }, [until, isNear]);
  return now;
}
