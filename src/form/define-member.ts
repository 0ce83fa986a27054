import type {Value, ValueObject} from '../model/values.ts';

/** Sets a member whatever its name: `__proto__` is a property like any other in JSON. */
export function define(object: ValueObject, name: string, value: Value): void {
  Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}
