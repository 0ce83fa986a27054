import type {ReplyFacts} from '../../../../form/check-reply.ts';
import {indexJson, type JsonIndex} from '../../../../form/json-text/index-json.ts';
import type {Operation} from '../../../../model/operation.ts';
import {judgeReply, type Judgement} from '../judge-reply.ts';

/** What is done with the text of a reply, away from the page's thread when the text is long. */
export interface ReplyJobs {
  index: {given: {text: string}; result: JsonIndex | undefined};
  judge: {given: {operation: Operation; facts: Omit<ReplyFacts, 'body'>}; result: Judgement};
}

/** A job as it travels to the worker. */
export type ReplyJob = {[Name in keyof ReplyJobs]: {name: Name; given: ReplyJobs[Name]['given']}}[keyof ReplyJobs];

export const replyJobs: {[Name in keyof ReplyJobs]: (given: ReplyJobs[Name]['given']) => ReplyJobs[Name]['result']} = {
  index: ({text}) => indexJson(text),
  judge: ({operation, facts}) => judgeReply(operation, facts),
};
