import {replyJobs, type ReplyJobs} from './reply-jobs.ts';

/** Up to this many characters the page's own thread is quicker than a worker, and not held up. */
const shortText = 100_000;

/** Does a job on a text of this length: at once when it is short, else in a worker, so that the page goes on. */
export function runJob<Name extends keyof ReplyJobs>(
  name: Name,
  given: ReplyJobs[Name]['given'],
  length: number,
): Promise<ReplyJobs[Name]['result']> {
  const here = () => replyJobs[name](given);
  if (length <= shortText || typeof Worker === 'undefined') return Promise.resolve().then(here);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reply.worker.ts', import.meta.url), {type: 'module'});
    worker.addEventListener('message', ({data}: MessageEvent<ReplyJobs[Name]['result']>) => {
      worker.terminate();
      resolve(data);
    });
    // A page may forbid workers (CSP): late is better than never.
    worker.addEventListener('error', () => {
      worker.terminate();
      Promise.resolve().then(here).then(resolve, reject);
    });
    // To hand over a long text takes a moment: it is a task of its own, after what made the text.
    setTimeout(() => worker.postMessage({name, given}));
  });
}
