import {describe, expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import Site from '../../../test/support/docusaurus/Site.tsx';
import type {Operation, Parameter} from '../../model/operation.ts';
import {growOperationTrees} from '../../model/operation-trees.ts';
import {ReferenceContext} from '../Properties/reference-context.ts';
import Authorisation from './Authorisation.tsx';
import Callbacks from './Callbacks.tsx';
import MediaNotes from './MediaNotes.tsx';
import RequestSection from './RequestSection.tsx';
import Servers from './Servers.tsx';

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

  it.each<[string, Partial<Parameter>, string]>([
    ['a list in a query', {}, 'tags=value for each value'],
    ['a list with commas', {explode: false}, 'values with commas between them'],
    ['a list with pipes', {style: 'pipeDelimited', explode: false}, 'values with | between them'],
    ['a list with blanks', {style: 'spaceDelimited', explode: false}, 'values with blanks between them'],
    ['a deep object', {style: 'deepObject', schema: {type: 'object'}}, 'tags[member]=value for each member'],
    ['an object', {schema: {type: 'object'}}, 'member=value for each member'],
    ['JSON', {contentType: 'application/json'}, 'written as application/json'],
    ['reserved characters', {allowReserved: true}, 'reserved characters as they are'],
    ['a whole query string', {isQueryString: true}, 'the whole query string'],
  ])('says how %s is written', async (_, parts, words) => {
    const usual = {name: 'tags', in: 'query', required: false, style: 'form', explode: true, examples: []} as const;
    const parameter: Parameter = {...usual, examples: [], schema: {type: 'array', items: {type: 'string'}}, ...parts};
    const screen = await render(
      <Site>
        <RequestSection operation={{...operation, parameters: [parameter]}} />
      </Site>,
    );
    await expect.element(screen.getByRole('list', {name: 'How it is written'})).toHaveTextContent(words);
  });

  it('links to examples of parameters that stand elsewhere', async () => {
    const parameter: Parameter = {
      name: 'area',
      in: 'query',
      required: false,
      style: 'form',
      explode: true,
      schema: {type: 'string'},
      examples: [],
      externalExamples: [{name: 'far', summary: 'A far one', url: 'https://x.test/area'}],
    };
    const screen = await render(
      <Site>
        <RequestSection operation={{...operation, parameters: [parameter]}} />
      </Site>,
    );
    await expect.element(screen.getByRole('link', {name: 'A far one'})).toHaveAttribute('href', 'https://x.test/area');
    expect(screen.getByRole('list', {name: 'How it is written'}).elements()).toEqual([]);
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
            parameters: [
              {
                name: 'X-Try',
                in: 'header',
                required: true,
                style: 'simple',
                explode: false,
                schema: {type: 'integer', maximum: 5},
                examples: [],
              },
            ],
            requestBody: {
              required: true,
              content: [{mediaType: 'application/json', schema: {properties: {sum: {type: 'integer'}}}, examples: []}],
            },
            responses: [
              {
                status: '200',
                description: '<p>Heard.</p>',
                headers: [{name: 'X-Receipt', required: false, schema: {type: 'string'}}],
                content: [{mediaType: 'text/json', schema: {properties: {again: {type: 'boolean'}}}, examples: []}],
                links: [],
              },
            ],
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
    const rows = [...screen.container.querySelectorAll('li[id]')].map((row) => [row.id, row.textContent] as const);
    expect(rows.map(([id]) => id)).toEqual([
      'callback-paid-post.header.X-Try',
      'callback-paid-post.body.sum',
      'callback-paid-post.response-200.header.X-Receipt',
      'callback-paid-post.response-200.again',
    ]);
    expect(rows[0]?.[1]).toContain('required');
    expect(rows[0]?.[1]).toContain('5');
    await expect.element(screen.getByText('Heard.')).toBeVisible();
  });
});

describe('Servers', () => {
  it('say nothing of one that the address says all of', async () => {
    const servers = [{url: 'https://a.test', description: '<p>Live.</p>'}];
    const screen = await render(
      <Site>
        <Servers operation={{...operation, servers}} />
      </Site>,
    );
    expect(screen.container.textContent).toBe('');
  });

  it('are all listed, with their variables', async () => {
    const variables = {v: {default: '1', enum: ['1', '2'], description: '<p>Which one.</p>'}};
    const servers = [{url: 'https://a.test/{v}', description: '<p>Live.</p>', variables}, {url: 'https://b.test'}];
    const screen = await render(
      <Site>
        <Servers operation={{...operation, servers}} />
      </Site>,
    );
    await screen.getByText('2 servers').click();
    const list = screen.getByRole('list', {name: 'Servers'});
    for (const text of [
      'https://a.test/{v}',
      'Live.',
      'v: 1 by default, one of 1, 2',
      'Which one.',
      'https://b.test',
    ]) {
      await expect.element(list).toHaveTextContent(text);
    }
  });
});

describe('MediaNotes', () => {
  it('say how parts are written, and which examples there are', async () => {
    const screen = await render(
      <Site>
        <MediaNotes
          address="response-200"
          media={{
            mediaType: 'multipart/form-data',
            examples: [
              {name: 'small', summary: 'A small one', description: '<p>Fits.</p>', value: {}},
              {name: 'large', value: {}},
            ],
            externalExamples: [{name: 'far', url: 'https://x.test/far.bin'}],
            encoding: {
              photo: {contentType: 'image/png', headers: [{name: 'X-Size', required: true, schema: {}}]},
              tags: {headers: [], style: 'spaceDelimited', explode: false},
            },
          }}
        />
      </Site>,
    );
    const {textContent} = screen.container;
    expect(textContent).toContain('photo is written as image/pngX-Sizeanyrequired');
    expect(textContent).toContain('tags is written in the style spaceDelimited, all values together');
    expect(textContent).toContain('Example: A small oneFits.Example: largeExample: far');
    expect(screen.container.querySelector('[id="response-200-part.photo.X-Size"]')).not.toBeNull();
    expect(screen.getByRole('link', {name: 'far'}).element().getAttribute('href')).toBe('https://x.test/far.bin');
  });

  it('say nothing of a plain body with one example, which stands in the form', async () => {
    const screen = await render(
      <Site>
        <MediaNotes address="body" media={{mediaType: 'application/json', examples: [{name: 'one', value: 1}]}} />
      </Site>,
    );
    expect(screen.container.textContent).toBe('');
  });
});
