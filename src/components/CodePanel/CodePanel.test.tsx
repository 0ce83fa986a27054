import {describe, expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import {mediaType, operation} from '../../../test/fixtures/operation.ts';
import Site from '../../../test/support/docusaurus/Site.tsx';
import type {Operation} from '../../model/operation.ts';
import {emptyValues} from '../../model/values.ts';
import {languageNames} from '../../request/snippets/language-names.ts';
import CodePanel from './CodePanel.tsx';
import {createCodeStore} from './code-store.ts';
import {loadCodeWriter} from './write-code.ts';

function show(parts: Partial<Operation>, code = createCodeStore(operation(parts), 'openapi/test.yaml')) {
  return render(
    <Site>
      <CodePanel operation={operation(parts)} code={code} reveal={false} onReveal={() => undefined} />
    </Site>,
  );
}

describe('CodePanel', () => {
  it('has the code of the document behind ours, under its label or its language', async () => {
    const screen = await show({
      codeSamples: [
        {language: 'Shell', label: 'Our tool', code: 'things list'},
        {language: 'C++', code: 'list_things();'},
      ],
    });
    const tabs = screen.getByRole('tab').elements();
    expect(tabs.map((tab) => tab.textContent).slice(2)).toEqual([
      ...Object.values(languageNames).map(({label}) => label),
      'Our tool, from the document',
      'C++, from the document',
    ]);
    await screen.getByRole('tab', {name: 'C++, from the document'}).click();
    await expect.element(screen.getByText('list_things();')).toBeVisible();
    await expect.element(screen.getByText('things list')).not.toBeVisible();
  });

  it('keeps the code at what is filled in, in the language that is looked at', async () => {
    const filled = operation();
    const code = createCodeStore(filled, 'openapi/test.yaml');
    const screen = await show({}, code);
    const curl = screen.getByRole('region', {name: 'Code, curl'});
    const python = screen.getByRole('region', {name: 'Code, Python'});
    await expect.element(curl).toHaveTextContent('https://api.example.com/things');
    code.fill({operation: filled, values: emptyValues(), options: {server: 'https://other.example'}}, loadCodeWriter);
    await expect.element(curl).toHaveTextContent('https://other.example/things');
    await screen.getByRole('tab', {name: 'Python'}).click();
    await expect.element(python).toHaveTextContent('https://other.example/things');
  });

  it('shows the examples of each response, links to those elsewhere, and tells a body without one from none', async () => {
    const external = [{name: 'far', summary: 'A far one', url: 'https://x.test/far.json'}];
    const screen = await show({
      responses: [
        {
          status: '200',
          description: '',
          headers: [],
          links: [],
          content: [
            mediaType('application/json', {
              examples: [{name: 'two', summary: 'Two of them', value: [1, 2]}],
              externalExamples: external,
            }),
          ],
        },
        {status: '202', description: '', headers: [], links: [], content: [mediaType('image/png')]},
        {status: '204', description: '', headers: [], links: [], content: []},
      ],
    });
    await screen.getByRole('tab', {name: 'Response'}).click();
    await expect.element(screen.getByText('Two of them')).toBeVisible();
    await expect.element(screen.getByRole('link', {name: 'A far one'})).toHaveAttribute('href', external[0]?.url ?? '');
    await screen.getByRole('tab', {name: '202'}).click();
    await expect.element(screen.getByText('202 Accepted, without an example.')).toBeVisible();
    await screen.getByRole('tab', {name: '204'}).click();
    await expect.element(screen.getByText('204 No Content, without a documented body.')).toBeVisible();
  });
});
