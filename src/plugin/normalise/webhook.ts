import type {Webhook} from '../../model/operation.ts';
import {toOperation, type NamedOperation, type OperationContext} from './operation.ts';

/** A webhook's operation with the key of the webhook. */
export interface NamedWebhook extends NamedOperation {
  name: string;
}

/** All that a page needs of one webhook (OpenAPI 3.1, OpenAPI Object, `webhooks`). */
export function toWebhook(named: NamedWebhook, context: OperationContext): Webhook {
  const webhook = toOperation(named, context);
  return {...webhook, key: `${context.apiId}/webhooks/${named.slug}`, name: named.name};
}
