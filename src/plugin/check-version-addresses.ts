import type {LoadedApi} from './load-apis.ts';

/**
 * Throws, with a sentence for each, where the label of a version is also the address of an operation of the current one:
 * `/reference/shop/orders` cannot be both.
 */
export function checkVersionAddresses(loaded: Pick<LoadedApi, 'api' | 'version'>[]): void {
  const lines = loaded.flatMap(({version}) => {
    if (version === undefined || version.isCurrent) return [];
    const current = loaded.find(({api}) => api.id === version.apiId);
    const operation = current?.api.operations.find(({slug}) => slug === version.label.toLowerCase());
    if (operation === undefined) return [];
    const what = `the operation "${operation.operationId}" of the current version`;
    return [`- API "${version.apiId}": the label "${version.label}" is also the address of ${what}.`];
  });
  if (lines.length === 0) return;
  throw new Error(
    `Labels of versions are taken:\n${lines.join('\n')}\nChoose another label in docusaurus.config.ts, such as a number.`,
  );
}
