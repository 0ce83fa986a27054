/**
 * The member of a record that has this name itself. Names come from documents and requests: `constructor` must not find
 * what every object inherits.
 */
export function member<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
