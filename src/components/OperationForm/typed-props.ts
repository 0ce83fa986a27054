import type {ReactNode} from 'react';
import type {OnRequest} from './live-contract.ts';

/**
 * The props of a generated form, derived from what openapi-typescript writes for its operation. Types only: nothing of
 * this reaches a page.
 */

/** What openapi-typescript writes for an operation. */
export interface OperationTypes {
  parameters: {query?: unknown; header?: unknown; path?: unknown; cookie?: unknown};
  requestBody?: unknown;
  responses: unknown;
}

/** The component of one operation. */
export interface TypedForm<Op extends OperationTypes> {
  (props: TypedFormProps<Op>): ReactNode;
  /** One field, where the page wants it. Stands inside of the form. */
  Field: (props: {name: keyof Inputs<Op> & string}) => ReactNode;
  /** All fields but those that the page shows elsewhere. Stands inside of the form. */
  Fields: (props: {except?: readonly (keyof Inputs<Op> & string)[]}) => ReactNode;
  displayName?: string;
}

/** The props of `<RegisterForm />` and its like. */
export interface TypedFormProps<Op extends OperationTypes> {
  /** What the fields hold at first, by the names of the document. */
  defaultValues?: Values<Inputs<Op>>;
  /** The fields to show; all when left out. */
  fields?: readonly (keyof Inputs<Op>)[];
  /** The fields that are shown but cannot be edited. */
  readOnlyFields?: readonly (keyof Inputs<Op>)[];
  /** Where this form sends: the demo, the first server of the document, or a server URL. Else the reader chooses. */
  target?: 'demo' | 'live' | `http://${string}` | `https://${string}`;
  /** Instead of the operation's title on the button. */
  submitLabel?: string;
  /** In place of the list of fields: text and elements, with `Field` and `Fields` of this form among them. */
  children?: ReactNode;
  /** Shown in place of the reply when the call succeeds; the reply can still be opened. */
  success?: ReactNode | ((reply: SuccessfulReply<Op>) => ReactNode);
  /** The name under which other forms of the page use what this one gives: its reply, its request, its credentials. */
  provides?: string;
  /** The name that another form provides. Fields get the values of the same name, or those that `values` says. */
  uses?: string | {from: string; values?: {readonly [Name in keyof Inputs<Op>]?: RuntimeExpression}};
  /** Called before each send. What it gives back is sent instead; `false` stops the call. */
  onRequest?: OnRequest;
  /** Called with each reply; `status` tells which body it has. */
  onResponse?: (reply: Reply<Op>) => void;
}

/** OpenAPI 3.1, Runtime Expressions. */
type RuntimeExpression =
  | '$url'
  | '$method'
  | '$statusCode'
  | `$${'request' | 'response'}.body`
  | `$${'request' | 'response'}.body#${'' | `/${string}`}`
  | `$${'request' | 'response'}.header.${string}`
  | `$request.${'query' | 'path'}.${string}`;

/** Every value that the operation takes, parameters and properties of the body together. */
type Inputs<Op extends OperationTypes> = Flatten<
  Given<Op['parameters']['path']> &
    Given<Op['parameters']['query']> &
    Given<Op['parameters']['header']> &
    Given<Op['parameters']['cookie']> &
    Given<BodyOf<Op>>
>;

/** A reply of the operation: one member for each documented status. */
type Reply<Op extends OperationTypes> = {
  [Status in keyof Op['responses']]: {
    status: Status extends number ? Status : number;
    /** By name in lower case. */
    headers: Record<string, string>;
    body: ContentOf<Op['responses'][Status]>;
  };
}[keyof Op['responses']];

/** A reply with a documented status of success. */
type SuccessfulReply<Op extends OperationTypes> = Extract<Reply<Op>, {status: 200 | 201 | 202 | 203 | 204 | 205 | 206}>;

/** Some of the fields. Where there are none, `Partial<{}>` would take anything. */
type Values<Fields> = [keyof Fields] extends [never] ? Record<string, never> : Partial<Fields>;

type BodyOf<Op> = Op extends {requestBody?: infer Body} ? ContentOf<NonNullable<Body>> : undefined;

/** The type of the body under any of its media types; undefined where none is documented. */
type ContentOf<Message> = Message extends {content: infer Content}
  ? [keyof NonNullable<Content>] extends [never]
    ? undefined
    : NonNullable<Content>[keyof NonNullable<Content>]
  : undefined;

/** An object type as it is; everything else, `never` too, adds no names. */
type Given<Type> = [NonNullable<Type>] extends [never]
  ? unknown
  : NonNullable<Type> extends object
    ? NonNullable<Type>
    : unknown;

/** Shows an intersection as one object type, in editors and in messages. */
type Flatten<Type> = {[Name in keyof Type]: Type[Name]};
