import type {Arrival} from '../../../transport/exchange.ts';

/** How often a reply on its way is shown anew. A reply that is quicker than that is only shown when it is there. */
const paceMs = 150;

/** Tells of arrivals no more often than a reader can follow, always the newest, as long as they are wanted. */
export function paceArrivals(show: (arrival: Arrival) => void, isWanted: () => boolean): (arrival: Arrival) => void {
  let newest: Arrival | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (arrival) => {
    newest = arrival;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (newest !== undefined && isWanted()) show(newest);
    }, paceMs);
  };
}
