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

/** The props of `<RegisterForm />` and its like. */
export interface TypedFormProps<Op extends OperationTypes> {
  /** What the fields hold at first, by the names of the document. */
  defaultValues?: Values<Inputs<Op>>;
  /** The fields to show; all when left out. */
  fields?: readonly (keyof Inputs<Op>)[];
  /** Instead of the operation's title on the button. */
  submitLabel?: string;
  /** Called with each reply; `status` tells which body it has. */
  onResponse?: (reply: Reply<Op>) => void;
}

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
