import type {Api, Operation} from '../model/operation.ts';

/** A request that pages show, with what answers it, and the way to it from the root of the document. */
export interface PlacedRequest extends Pick<Operation, 'parameters' | 'requestBody' | 'responses'> {
  place: string[];
  /** Sent by the API: what it sends is like a response (`readOnly` members are in it), what it is answered like a request. */
  isOutgoing: boolean;
}

/** Every request of an API: of its operations, of their callbacks, and of its webhooks with theirs. */
export function placedRequests({operations, webhooks}: Api): PlacedRequest[] {
  return [
    ...operations.flatMap((operation) => {
      const place = ['paths', operation.path, operation.method.toLowerCase()];
      return [{...operation, place, isOutgoing: false}, ...callbacksOf(operation, place)];
    }),
    ...webhooks.flatMap((webhook) => {
      const place = ['webhooks', webhook.name, webhook.method.toLowerCase()];
      return [{...webhook, place, isOutgoing: true}, ...callbacksOf(webhook, place)];
    }),
  ];
}

function callbacksOf({callbacks = []}: Operation, place: string[]): PlacedRequest[] {
  return callbacks.flatMap(({name, expression, operations}) =>
    operations.map((request) => {
      return {
        ...request,
        place: [...place, 'callbacks', name, expression, request.method.toLowerCase()],
        isOutgoing: true,
      };
    }),
  );
}
