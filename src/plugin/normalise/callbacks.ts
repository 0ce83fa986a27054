import type {Json} from '../../model/json.ts';
import type {Callback} from '../../model/operation.ts';
import {follow} from './context.ts';
import {methodsOf} from './methods.ts';
import {toRequest, type OperationContext} from './operation.ts';
import {entriesOf, filledTextOf, membersOf} from './read.ts';
import {toSentence} from './words.ts';

/**
 * The requests that an operation makes the API send (OpenAPI 3.1, Callback Object). Callbacks of callbacks are left out:
 * they may go in circles. Undefined when there are none.
 */
export function toCallbacks(value: Json | undefined, context: OperationContext): Callback[] | undefined {
  const callbacks = membersOf(value).flatMap(([name, callback]) =>
    entriesOf(follow(callback, context)).flatMap(([expression, item]): Callback[] => {
      const pathItem = follow(item, context) ?? {};
      const operations = methodsOf(pathItem).map(({method, operation}) => {
        const operationId = filledTextOf(operation['operationId']) ?? name;
        return {
          operationId,
          method,
          title: filledTextOf(operation['summary']) ?? toSentence(operationId),
          ...toRequest({path: '', pathItem, object: operation, isOutgoing: true}, context),
        };
      });
      return operations.length === 0 ? [] : [{name, expression, operations}];
    }),
  );
  return callbacks.length === 0 ? undefined : callbacks;
}
