import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import {toApi} from '../normalise/api.ts';
import {buildTwins} from './build-twins.ts';
import type {Guide} from './guide-twin.ts';

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
            'multipart/form-data': {
              schema: {type: 'object', properties: {photo: {type: 'string'}}},
              encoding: {
                photo: {
                  contentType: 'image/png',
                  headers: {'X-Size': {description: 'In bytes.', schema: {minimum: 1}}},
                },
              },
            },
          },
        },
        parameters: [
          {
            name: 'ids',
            in: 'query',
            style: 'pipeDelimited',
            explode: false,
            schema: {type: 'array', items: {maximum: 5}},
          },
          {name: 'filter', in: 'query', schema: {type: 'object', if: {required: ['a']}, then: {properties: {b: {}}}}},
        ],
        callbacks: {
          sold: {
            '{$request.body#/url}': {
              post: {
                summary: 'Sold out',
                description: 'When *all* are gone.',
                parameters: [{name: 'X-Signature', in: 'header', schema: {type: 'string', minLength: 3}}],
                requestBody: {content: {'application/json': {schema: {$ref: '#/components/schemas/Ticket'}}}},
                responses: {'204': {description: 'Understood.'}},
              },
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
  webhooks: {
    ticketUsed: {
      post: {
        summary: 'A ticket was used',
        description: 'At the door. See [buying](#/paths/~1tickets/post).',
        requestBody: {content: {'application/json': {schema: {$ref: '#/components/schemas/Ticket'}}}},
        responses: {'200': {description: 'Seen.'}},
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
      'reference/museum/webhooks/ticket-used.md',
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

## Webhooks of Museum \\<1\\>

- [A ticket was used](${site}/reference/museum/webhooks/ticket-used.md): POST ticketUsed. At the door.

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

  it('says how parameters and parts of a body are written, and what only a condition tells', () => {
    const text = twin('reference/museum/buy.md');
    for (const part of [
      '| `ids` | array of any | no | values with `\\|` between them |',
      '| `ids`, each item | any |  | at most 5 |',
      '| `filter`, if | any |',
      '| `filter.b` | any | no |',
      '`photo` is written as `image/png`.\n\n| Header of the part |',
      '| `X-Size` | any | no | In bytes. | at least 1 |',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says all of a callback', () => {
    const text = twin('reference/museum/buy.md');
    for (const part of [
      '## Callbacks\n\n### Sold out\n\n```http\nPOST {$request.body#/url}\n```\n\nWhen *all* are gone.',
      '#### Headers\n\n| Name | Type | Required | Limits and notes |',
      '| `X-Signature` | string | no | at least 3 characters |',
      '#### Body\n\nOptional.\n\nBody as `application/json`: Ticket.',
      '#### 204 No Content\n\nUnderstood.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says all of a webhook, as the API sends it', () => {
    const text = twin('reference/museum/webhooks/ticket-used.md');
    for (const part of [
      `# A ticket was used\n\n\`POST ticketUsed\`, sent by the API.\n\nAt the door. See [buying](${site}/reference/museum/buy.md).`,
      '| `number` | integer | no |  | only in responses |',
      '## Answers\n\n### 200 OK\n\nSeen.',
    ]) {
      expect(text).toContain(part);
    }
    expect(twin('reference/museum.md')).toContain(
      `## Webhooks\n\n- [A ticket was used](${site}/reference/museum/webhooks/ticket-used.md), \`POST ticketUsed\`: At the door.`,
    );
    expect(twin('reference/museum.md')).toContain(`- [\`Ticket\`](${site}/reference/museum/schemas/ticket.md)`);
  });

  it('says all of a named schema: what it is, both what is read and what is written, and who uses it', () => {
    const text = twin('reference/museum/schemas/ticket.md');
    for (const part of [
      `# Ticket\n\nA ticket.\n\nLets in. See [buying](${site}/reference/museum/buy.md).`,
      '| `number` | integer | no |  | only in responses |',
      `again [\`Ticket\`](${site}/reference/museum/schemas/ticket.md) |`,
      '## Example\n\n```json\n{',
      `## Used by\n\n- [Buy a ticket](${site}/reference/museum/buy.md), in the response 201\n`,
    ]) {
      expect(text).toContain(part);
    }
    const place = twin('reference/museum/schemas/place.md');
    expect(place).toContain('## Schema\n\nstring; at most 9 characters.\n\n## Example');
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
