import type {ComponentType, ReactNode, RefObject} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Json} from '../../model/json.ts';
import type {Operation} from '../../model/operation.ts';
import type {FilledCall} from '../../request/snippets/filled-call.ts';
import type {LanguageId} from '../../request/snippets/language-names.ts';

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

/** A request on its way out, as the page around a form sees it. Secrets and credentials are as they are sent. */
export interface OutgoingRequest {
  method: string;
  /** Absolute. */
  url: string;
  headers: [name: string, value: string][];
  /** The text of the body; undefined where there is none, and where it is a file or has parts. */
  body: string | undefined;
}

/**
 * Called before each send. What it gives back is sent instead; `false` stops the call; nothing, or `true`, lets it go
 * as it is. A body that is no text stays when `body` stays undefined.
 */
export type OnRequest = (request: OutgoingRequest) => RequestDecision | Promise<RequestDecision>;

type RequestDecision = OutgoingRequest | boolean | undefined | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a callback that only looks gives back nothing

/** What a page shows when a call succeeds. */
export type SuccessView = ReactNode | ((reply: FormReply) => ReactNode);

/** Told of what is filled in, with what loads a writer of its code as HTML in one language. */
export type OnFill = (call: FilledCall, loadWriter: LoadCodeWriter) => void;

/** Rejects when the writer cannot be fetched. */
export type LoadCodeWriter = (language: LanguageId) => Promise<(call: FilledCall) => string>;

/** What the form asks of its live part. */
export interface LiveHandlers {
  /** Checks everything and sends. */
  submit: () => void;
  /** The field with this name was left. */
  leave: (name: string) => void;
  cancel: () => void;
  resetDemo: () => void;
  /** The form is as it was at first: what came of sends goes from sight. */
  clear: () => void;
  /** Makes a link to the request as it is filled in, and copies it. */
  share: () => void;
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
  /** Whether the form is that of the operation's own page, which links to requests lead to. */
  opensLinks: boolean;
  success: SuccessView | undefined;
  /** The name under which other forms of the page use what this one gives. */
  provides: string | undefined;
  onFill: OnFill | undefined;
  onRequest?: OnRequest | undefined;
  onResponse: ((reply: FormReply) => void) | undefined;
}

/** The part of a form that is loaded when it is first used. */
export type LivePartComponent = ComponentType<LivePartProps>;
