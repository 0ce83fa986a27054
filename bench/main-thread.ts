import type {CDPSession, Page} from 'playwright';

/** One task of the page's main thread. Times are in milliseconds; `start` counts from an origin of the browser's own. */
export interface Task {
  start: number;
  /** By the clock: what a reader waits, other programs of the machine included. */
  wall: number;
  /** What the thread itself worked. */
  thread: number;
}

/** What the main thread of a page did while it was watched, in order of time. */
export interface Recording {
  tasks: Task[];
  /** When the page was told of each key that went down. */
  keys: number[];
  /** When each frame was given away to be shown. */
  frames: number[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** In microseconds, as the next two. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: {data?: {type?: string}};
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Watches the main thread of a page by Chromium's tracing; the function it gives ends that and tells what was done. */
export async function watchMainThread(page: Page): Promise<() => Promise<Recording>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({value}) => {
    for (const event of value as object[]) if (isTraceEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    traceConfig: {includedCategories: categories, excludedCategories: ['*']},
    transferMode: 'ReportEvents',
  });
  return async () => {
    await endTracing(session);
    await session.detach();
    return readTrace(events);
  };
}

function endTracing(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve());
    session.send('Tracing.end').catch(reject);
  });
}

function isTraceEvent(event: object): event is TraceEvent {
  return 'name' in event && 'ph' in event && 'ts' in event;
}

/** The thread that scripts of the page run on: the one that does most. */
function readTrace(events: TraceEvent[]): Recording {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X') continue;
    const key = `${event.pid}/${event.tid}`;
    const thread = threads.get(key) ?? [];
    threads.set(key, thread);
    thread.push(event);
  }
  const scripted = [...threads.values()].filter((thread) => thread.some(({name}) => name === 'FunctionCall'));
  // Workers have scripts, too, but paint nothing.
  const main = scripted
    .filter((thread) => thread.some(({name}) => name === 'Commit'))
    .toSorted((a, b) => a.length - b.length)
    .at(-1)
    ?.toSorted((a, b) => a.ts - b.ts);
  if (main === undefined) throw new Error('The trace has no thread of a page.');
  const starts = (isWanted: (event: TraceEvent) => boolean) => main.filter(isWanted).map(({ts}) => ts / 1000);
  return {
    tasks: main.filter(({name}) => name === 'RunTask').map(toTask),
    keys: starts(({name, args}) => name === 'EventDispatch' && args?.data?.type === 'keydown'),
    frames: starts(({name}) => name === 'Commit'),
  };
}

function toTask({ts, dur = 0, tdur = dur}: TraceEvent): Task {
  return {start: ts / 1000, wall: dur / 1000, thread: tdur / 1000};
}
