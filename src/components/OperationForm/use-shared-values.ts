import {useEffect, useEffectEvent, useSyncExternalStore} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import {placeValues} from '../../form/place-values.ts';
import type {Operation} from '../../model/operation.ts';
import {evaluateExpression, type ExpressionContext} from '../../model/runtime-expression.ts';
import {isValueObject, type Value} from '../../model/values.ts';
import {sharedUnder, subscribeShared, type SharedExchange} from './shared-values.ts';

/** Where a form takes values from: the name that another one provides, and which of its fields get what. */
export type UsedValues = string | {from: string; values?: Readonly<Record<string, string | undefined>>};

/** How far the values are that a form uses. */
export interface SharedState {
  kind: 'waiting' | 'filled';
  /** Of the operation whose form gives them, where there is one on the page. */
  title: string | undefined;
}

/**
 * Fills the fields of a form with what another form of the page provides, each time that it does. Without `values`, every
 * field gets the member of the same name of the reply's body, else of the request's. Gives undefined when it uses nothing.
 */
export function useSharedValues(
  uses: UsedValues | undefined,
  operation: Operation,
  fields: Field[],
  store: FormStore,
): SharedState | undefined {
  const name = typeof uses === 'object' ? uses.from : uses;
  const read = () => (name === undefined ? undefined : sharedUnder(name));
  const found = useSyncExternalStore(subscribeShared, read, () => undefined);
  const exchange = found?.exchange;
  // `uses`, written inline in a guide, is a new object at each render and means the same.
  const fillIn = useEffectEvent(({context}: SharedExchange) => {
    const values = typeof uses === 'object' && uses.values !== undefined ? evaluated(uses.values, context) : undefined;
    const incoming = placeValues(fields, values ?? sameNames(context));
    void import('../../form/raw-state.ts').then(({fillState}) => {
      store.replace(fillState(operation, fields, store.state(), {incoming, isWhole: false}), 'filling in');
    });
  });
  useEffect(() => {
    if (exchange !== undefined) fillIn(exchange);
  }, [exchange, operation, fields, store]);
  if (name === undefined) return undefined;
  return {kind: exchange === undefined ? 'waiting' : 'filled', title: found?.title};
}

function evaluated(
  values: Readonly<Record<string, string | undefined>>,
  context: ExpressionContext,
): Record<string, Value> {
  const result: Record<string, Value> = {};
  for (const [name, expression] of Object.entries(values)) {
    const value = expression === undefined ? undefined : evaluateExpression(expression, context);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Names that no field has are passed over by `placeValues`. */
function sameNames({request, response}: ExpressionContext): Record<string, Value> {
  const known = [request.body, response.body].map((body) => (isValueObject(body) ? body : {}));
  const result: Record<string, Value> = {};
  for (const [name, value] of known.flatMap((body) => Object.entries(body)))
    if (value !== undefined) result[name] = value;
  return result;
}
