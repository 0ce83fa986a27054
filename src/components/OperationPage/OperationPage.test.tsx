import {describe, expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import Site from '../../../test/support/docusaurus/Site.tsx';
import type {Operation} from '../../model/operation.ts';
import {growOperationTrees} from '../../model/operation-trees.ts';
import {ReferenceContext} from '../Properties/reference-context.ts';
import Authorisation from './Authorisation.tsx';
import Callbacks from './Callbacks.tsx';
import RequestSection from './RequestSection.tsx';

const operation: Operation = {
  key: 'shop/buy',
  apiId: 'shop',
  apiTitle: 'Shop',
  operationId: 'buy',
  slug: 'buy',
  method: 'POST',
  path: '/buy',
  title: 'Buy',
  tags: [],
  servers: [],
  parameters: [],
  responses: [],
  security: [],
  securitySchemes: {},
  schemas: {},
};

describe('Authorisation', () => {
  it.each<[string, Operation['security'], string]>([
    ['none', [], 'No authorisation'],
    ['none by an empty requirement', [{}], 'No authorisation'],
    ['one', [{token: []}], 'Needs authorisation: token'],
    [
      'or-of-ands',
      [{id: [], key: []}, {login: ['read', 'write']}],
      'Needs authorisation: id and key, or login with read, write',
    ],
    ['optional', [{}, {token: []}], 'Optional authorisation: token'],
  ])('says %s', async (_, security, expected) => {
    const screen = await render(
      <Site>
        <Authorisation operation={{...operation, security}} />
      </Site>,
    );
    expect(screen.container.textContent).toBe(expected);
  });
});

describe('RequestSection', () => {
  it('shows the given examples of a parameter, and none of a secret', async () => {
    const parameter = {in: 'query', required: false, style: 'form', explode: true} as const;
    const parameters: Operation['parameters'] = [
      {
        ...parameter,
        name: 'sort',
        schema: {type: 'string'},
        examples: [
          {name: 'new', summary: 'Newest first', description: '<p>As on the home page.</p>', value: '-date'},
          {name: 'generated', value: 'text', generated: true},
        ],
      },
      {...parameter, name: 'pin', schema: {format: 'password'}, examples: [{name: 'a', value: 'hunter2'}]},
    ];
    const screen = await render(
      <Site>
        <RequestSection operation={{...operation, parameters}} />
      </Site>,
    );
    await expect
      .element(screen.getByText('Example:'))
      .toHaveTextContent('Example: -date, Newest firstAs on the home page.');
    expect(screen.container.textContent).not.toContain('hunter2');
  });
});

describe('Callbacks', () => {
  it('say where the API calls, with what, and what it expects', async () => {
    const callbacks: Operation['callbacks'] = [
      {
        name: 'paid',
        expression: '{$request.body#/url}',
        operations: [
          {
            operationId: 'paid',
            method: 'POST',
            title: 'The bill is paid',
            parameters: [],
            requestBody: {
              required: true,
              content: [{mediaType: 'application/json', schema: {properties: {sum: {type: 'integer'}}}, examples: []}],
            },
            responses: [{status: '204', description: '<p>Heard.</p>', headers: [], content: [], links: []}],
          },
        ],
      },
    ];
    const screen = await render(
      <Site>
        <ReferenceContext value={{schemaLinks: {}, schemas: {}, trees: growOperationTrees({...operation, callbacks})}}>
          <Callbacks operation={{...operation, callbacks}} />
        </ReferenceContext>
      </Site>,
    );
    await expect.element(screen.getByRole('heading', {name: 'The bill is paid'})).toBeVisible();
    await expect.element(screen.getByText('{$request.body#/url}')).toBeVisible();
    await expect.element(screen.getByRole('listitem')).toHaveTextContent('sum');
    await expect.element(screen.getByText('Heard.')).toBeVisible();
  });
});
