import {replyJobs, type ReplyJob} from './reply-jobs.ts';

/** One job, then the page ends this worker. */
self.addEventListener('message', ({data}: MessageEvent<ReplyJob>) => {
  if (data.name === 'judge') {
    self.postMessage(replyJobs.judge(data.given));
    return;
  }
  const index = replyJobs.index(data.given);
  const columns = Object.values(index ?? {}).filter(
    (column): column is Uint32Array<ArrayBuffer> => typeof column === 'object',
  );
  self.postMessage(index, {transfer: columns.map(({buffer}) => buffer)});
});
