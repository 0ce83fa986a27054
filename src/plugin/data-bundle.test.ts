import {describe, expect, it} from 'vitest';
import {dataBundle} from './data-bundle.ts';

const files = new Set(['/site/.docusaurus/live-api-docs/default/acme--overview.json']);

/** What the bundle that renders the pages is told of a module. */
function externalOf(request: string | undefined): string | undefined {
  const {externals: [external] = []} = dataBundle(true, files);
  let answer: string | undefined;
  external?.({...(request !== undefined && {request})}, (_error, found) => (answer = found));
  return answer;
}

describe('dataBundle', () => {
  it('has what renders the pages read their data where it is', () => {
    const [file = ''] = files;
    expect(externalOf(file)).toBe(`commonjs ${file}`);
  });

  it('leaves every other module in the bundle', () => {
    expect(externalOf('/site/.docusaurus/live-api-docs/default/__plugin.json')).toBeUndefined();
    expect(externalOf(undefined)).toBeUndefined();
  });

  it('gives browsers the data in chunks', () => {
    expect(dataBundle(false, files)).not.toHaveProperty('externals');
  });
});
