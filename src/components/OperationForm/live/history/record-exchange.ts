import type {FormState, FormValue} from '../../../../form/form-state.ts';
import {findMediaType} from '../../../../form/find-response.ts';
import {redactJson, redactText} from '../../../../form/json-text/redact-json.ts';
import type {Operation} from '../../../../model/operation.ts';
import {isValueObject, type RequestValues, type Value} from '../../../../model/values.ts';
import {isJsonMediaType} from '../../../../request/media-type.ts';
import {hasSecretInBody, redactValues} from '../../../../request/redact.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import type {SendResult} from '../perform-send.ts';
import {addToHistory, rememberSecrets, type RecordedReply} from './history-store.ts';

/** More text of one reply is not kept. */
const longestText = 250_000;

interface Sent {
  operation: Operation;
  values: RequestValues;
  credentials: Readonly<Record<string, string>>;
  state: FormState;
  result: SendResult;
}

/** Puts what was sent and what came of it into the history, without its secrets where it will be shown. */
export function recordExchange({operation, values, credentials, state, result}: Sent): void {
  const {outcome, startedAt, durationMs} = result.exchange;
  const hidden = hiddenTexts(values, redactValues(operation, values));
  const secrets = rememberSecrets([...Object.values(credentials), ...Object.values(result.issued), ...hidden]);
  const {key, title, slug} = operation;
  addToHistory({
    operation: {key, title, slug},
    startedAt,
    durationMs,
    isDemo: result.isDemo,
    request: result.shown,
    outcome: outcome.kind === 'failure' ? outcome.failure : recordReply(operation, outcome.reply, result, secrets),
    state,
    openState: openStateOf(operation, state, secrets),
  });
}

/** Texts that stand for a whole body or value may hold a secret in a spelling of their own: they go with it. */
function openStateOf(operation: Operation, state: FormState, secrets: string[]): FormState {
  const isBodySecret = hasSecretInBody(operation);
  const isOpen = ([key, value]: [string, FormValue]): boolean => {
    if (typeof value !== 'string') return true;
    if (isBodySecret && /#(raw|json)$/.test(key)) return false;
    return !secrets.some((secret) => value.includes(secret));
  };
  return Object.fromEntries(Object.entries(state).filter(isOpen));
}

function recordReply(operation: Operation, reply: Reply, result: SendResult, secrets: string[]): RecordedReply {
  const {status, statusText, headers, mediaType, size, text} = reply;
  return {
    kind: 'reply',
    status,
    statusText,
    isSuccess: result.isSuccess,
    headers: headers.map(([name, value]) => [name, redactText(value, secrets)]),
    mediaType,
    size,
    text:
      text === undefined || text.length > longestText ? undefined : withoutSecrets(operation, reply, result, secrets),
  };
}

function withoutSecrets({schemas}: Operation, reply: Reply, {check}: SendResult, secrets: string[]): string {
  const {mediaType, text = ''} = reply;
  if (mediaType !== undefined && !isJsonMediaType(mediaType)) return redactText(text, secrets);
  const schema = mediaType === undefined ? undefined : findMediaType(check?.response?.content ?? [], mediaType)?.schema;
  return redactJson(text, {schema, schemas, secrets});
}

/** The texts that are replaced where secrets are: wherever the two differ. */
function hiddenTexts(values: RequestValues, redacted: RequestValues): string[] {
  const found: string[] = [];
  const compare = (value: Value | undefined, shown: Value | undefined): void => {
    if (typeof value === 'string') {
      if (value !== shown && value !== '') found.push(value);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => compare(item, Array.isArray(shown) ? shown[index] : undefined));
    } else if (isValueObject(value)) {
      for (const [name, member] of Object.entries(value))
        compare(member, isValueObject(shown) ? shown[name] : undefined);
    }
  };
  for (const place of ['path', 'query', 'header', 'cookie'] as const) compare(values[place], redacted[place]);
  compare(values.body, redacted.body);
  return found;
}
