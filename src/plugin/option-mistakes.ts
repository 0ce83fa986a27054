/** What is wrong with the `spec` at this place of the options, if anything. */
export function specMistakes(spec: unknown, place: string): string[] {
  if (typeof spec === 'string' && spec.trim() !== '') return [];
  return [`\`${place}.spec\` must be the path of an OpenAPI document, such as "openapi/doordeck.yaml".`];
}

/** Whether a value has members by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
