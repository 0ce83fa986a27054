import {loadApis} from '../../src/plugin/load-apis.ts';
import {buildTwins} from '../../src/plugin/markdown/build-twins.ts';
import {createSiteLinks} from '../../src/plugin/site-links.ts';

const address = {url: 'http://localhost:3000', baseUrl: '/', routeBasePath: 'reference'};

/**
 * Prints the Markdown twin of an API, or of one of its operations, as a site with the default address has it.
 *
 * @returns the exit code
 * @throws OpenApiError when the document cannot be used
 */
export async function markdownCommand(file: string, operationId: string | undefined, folder: string): Promise<number> {
  const loaded = await loadApis(
    [{id: 'api', spec: file}],
    folder,
    createSiteLinks(address.baseUrl, address.routeBasePath),
  );
  const operations = loaded.flatMap(({api}) => api.operations);
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (operationId !== undefined && operation === undefined) {
    console.error(`There is no operation "${operationId}" in ${file}. It has:`);
    for (const known of operations) console.error(`  ${known.operationId}`);
    return 1;
  }
  const twins = buildTwins(loaded, {...address, title: '', tagline: '', guides: []});
  const page = operation === undefined ? 'api' : operation.key;
  process.stdout.write(twins.get(`${address.routeBasePath}/${page}.md`) ?? '');
  return 0;
}
