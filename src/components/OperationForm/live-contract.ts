import type {ComponentType, RefObject} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Json} from '../../model/json.ts';
import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';

/** The state of a send: the value of `data-state`. */
export type SendState = 'idle' | 'sending' | 'done' | 'failed';

/** A reply as a form hands it to the page around it. */
export interface FormReply {
  status: number;
  /** By name in lower case. */
  headers: Record<string, string>;
  /** The parsed body where it is JSON, else its text; undefined where there is none. */
  body: Json | undefined;
}

/** What the form asks of its live part. */
export interface LiveHandlers {
  /** Checks everything and sends. */
  submit: () => void;
  /** The field with this name was left. */
  leave: (name: string) => void;
  cancel: () => void;
  resetDemo: () => void;
}

export interface LivePartProps {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  /** `demo` or a server URL. */
  target: string;
  form: RefObject<HTMLFormElement | null>;
  revealSecrets: boolean;
  /** Gives the form its handlers, and takes them back with undefined. */
  bind: (handlers: LiveHandlers | undefined) => void;
  onState: (state: SendState) => void;
  onSnippets: ((snippets: Snippet[]) => void) | undefined;
  onResponse: ((reply: FormReply) => void) | undefined;
}

/** The part of a form that is loaded when it is first used. */
export type LivePartComponent = ComponentType<LivePartProps>;
