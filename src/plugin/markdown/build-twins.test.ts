import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import {toApi} from '../normalise/api.ts';
import {buildTwins, type Guide} from './build-twins.ts';

const document: JsonObject = {
  openapi: '3.1.0',
  info: {
    title: 'Museum <1>',
    version: '1',
    description: 'See [the tickets](#/paths/~1tickets/post), [all](#/info) or [the guide](/docs/visit).',
  },
  servers: [{url: 'https://museum.test/{v}/', variables: {v: {default: 'v1', enum: ['v1', 'no']}}}],
  paths: {
    '/tickets': {
      post: {
        operationId: 'buy',
        summary: 'Buy a ticket',
        description: 'Buys. [Back](../museum#servers), [elsewhere](https://x.test/reference/museum).',
        'x-codeSamples': [{lang: 'C# 12', label: 'Ours', source: 'Buy();'}],
        security: [{key: [], oauth: ['a', 'b']}, {}],
        requestBody: {
          content: {
            'text/plain': {
              schema: {type: 'string'},
              examples: {example: {value: '```\ntext'}, Far: {externalValue: 'https://x.test/far.txt'}},
            },
          },
        },
        responses: {
          '201': {
            description: 'Bought.',
            headers: {Location: {description: 'Where | it is.', schema: {type: 'string', format: 'uri'}}},
            content: {'application/json': {schema: {$ref: '#/components/schemas/Ticket'}}},
            links: {again: {operationId: 'buy', parameters: {'query.x': '$response.body#/code'}}},
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Ticket: {
        title: 'A ticket',
        description: 'Lets in. See [buying](#/paths/~1tickets/post).',
        properties: {
          code: {type: 'string', enum: ['yes', 'on']},
          number: {type: 'integer', readOnly: true},
          next: {$ref: '#/components/schemas/Ticket'},
          from: {$ref: '#/components/schemas/Place'},
        },
      },
      Place: {type: 'string', maxLength: 9},
    },
    securitySchemes: {
      key: {type: 'apiKey', in: 'header', name: 'X-Key'},
      oauth: {type: 'oauth2', flows: {clientCredentials: {tokenUrl: 'https://x.test', scopes: {a: 'A', b: 'B'}}}},
    },
  },
};

const guide: Guide = {
  path: '/base/docs/visit',
  file: 'docs/visit.mdx',
  format: 'mdx',
  title: 'A visit',
  description: 'What to see. And more.',
  source: 'Buy: <BuyForm />\n\n[Again](./visit.mdx#x), [reference](/reference/museum), [logo](/img/logo.svg).',
};

const twins = buildTwins([{api: toApi('museum', document), source: {document}}], {
  title: 'Docs',
  tagline: 'A tagline',
  url: 'https://docs.test',
  baseUrl: '/base/',
  routeBasePath: 'reference',
  guides: [guide],
});

const twin = (path: string): string => twins.get(path) ?? `There is no ${path}.`;
const site = 'https://docs.test/base';

describe('buildTwins', () => {
  it('writes every page, the index, and the document', () => {
    expect([...twins.keys()].sort()).toEqual([
      'docs/visit.md',
      'index.md',
      'llms-full.txt',
      'llms.txt',
      'openapi/museum.json',
      'openapi/museum.yaml',
      'reference/museum.md',
      'reference/museum/buy.md',
      'reference/museum/schemas/place.md',
      'reference/museum/schemas/ticket.md',
    ]);
  });

  it('lists every page with its address on the site, under the base URL', () => {
    expect(twin('llms.txt')).toBe(`# Docs

> A tagline

## Guides

- [A visit](${site}/docs/visit.md): What to see.

## Museum \\<1\\>

- [Overview](${site}/reference/museum.md): See the tickets, all or the guide.
- [Buy a ticket](${site}/reference/museum/buy.md): POST /tickets. Buys.
- [OpenAPI document, YAML](${site}/openapi/museum.yaml): The whole document of the Museum \\<1\\> API in one file.
- [OpenAPI document, JSON](${site}/openapi/museum.json): The same as JSON.

## Schemas of Museum \\<1\\>

- [Ticket](${site}/reference/museum/schemas/ticket.md): Lets in.
- [Place](${site}/reference/museum/schemas/place.md): A schema of the Museum \\<1\\> API.

## Optional

- [Everything in one file](${site}/llms-full.txt): All pages one after the other.
`);
  });

  it('leads links to twins, and leaves out those into the document that no page shows', () => {
    expect(twin('reference/museum.md')).toContain(
      `See [the tickets](${site}/reference/museum/buy.md), all or [the guide](${site}/docs/visit.md).`,
    );
    expect(twin('reference/museum/buy.md')).toContain(
      `[Back](${site}/reference/museum.md#servers), [elsewhere](https://x.test/reference/museum).`,
    );
    expect(twin('docs/visit.md')).toContain(
      `[Again](${site}/docs/visit.md#x), [reference](${site}/reference/museum.md), [logo](${site}/img/logo.svg).`,
    );
  });

  it('says where a live form is', () => {
    expect(twin('docs/visit.md')).toContain(
      `Buy: Here the page has a live form that calls \`POST /tickets\`: [Buy a ticket](${site}/reference/museum/buy), [as Markdown](${site}/reference/museum/buy.md).`,
    );
  });

  it('says all of an operation', () => {
    const text = twin('reference/museum/buy.md');
    for (const part of [
      '# Buy a ticket\n\n```http\nPOST https://museum.test/v1/tickets\n```',
      'Servers:\n\n- `https://museum.test/{v}`\n  - `v`: `v1` by default, one of `v1`, `no`\n',
      'Example: [Far](https://x.test/far.txt).',
      'Optional authorisation: `key` (API key in header `X-Key`) and `oauth` (OAuth 2.0: clientCredentials) with `a`, `b`.',
      'Body as `text/plain`: string.',
      '````text\n```\ntext\n````',
      '### 201 Created\n\nBought.',
      '| `Location` | string (uri) | no | Where \\| it is. |',
      '| `code` | string | no |  | one of `yes`, `on` |',
      `- [Again](${site}/reference/museum/buy.md) (\`query.x\` = \`$response.body#/code\`)`,
      '## Code\n\n### curl\n\n````bash\n',
      '### Ours, from the document\n\n```c#\nBuy();\n```\n',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says all of a named schema: what it is, both what is read and what is written, and who uses it', () => {
    const text = twin('reference/museum/schemas/ticket.md');
    for (const part of [
      `# Ticket\n\nA ticket.\n\nLets in. See [buying](${site}/reference/museum/buy.md).`,
      '| `number` | integer | no |  | only in responses |',
      '| the same as Ticket above |',
      '## Example\n\n```json\n{',
      `## Used by\n\n- [Buy a ticket](${site}/reference/museum/buy.md), in the response 201\n`,
    ]) {
      expect(text).toContain(part);
    }
    const place = twin('reference/museum/schemas/place.md');
    expect(place).toContain('## Properties\n\nstring; at most 9 characters.\n\n## Example');
    expect(place).toContain(`## Used by\n\n- [\`Ticket\`](${site}/reference/museum/schemas/ticket.md)\n`);
  });

  it('has every page in one file', () => {
    for (const path of ['reference/museum.md', 'reference/museum/buy.md', 'docs/visit.md']) {
      expect(twin('llms-full.txt')).toContain(`Page: ${site}/${path.replace('.md', '')}\n\n${twin(path)}`);
    }
  });

  it('writes the document so that readers of YAML 1.1 and 1.2 agree', () => {
    expect(JSON.parse(twin('openapi/museum.json'))).toEqual(document);
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(twin('openapi/museum.yaml'), {version})).toEqual(document);
    }
  });
});
