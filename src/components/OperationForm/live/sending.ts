/** All that comes with the first send. */
export {adoptIssued} from './adopt-issued.ts';
export {performSend} from './perform-send.ts';
