import type {ServerResponse} from 'node:http';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {makeForeignSite} from './foreign-site.ts';
import {startServer, type LoopbackServer} from './servers.ts';
import {serveStatic} from './static-server.ts';

/** A site about an API whose forms have fields of every kind, and that API on loopback with replies of every kind. */
export interface ShopSite {
  url: string;
  api: LoopbackServer;
  close: () => Promise<void>;
}

/** Builds and serves the site. Takes as long as a build does. */
export async function startShopSite(): Promise<ShopSite> {
  const api = await startServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-methods', '*');
    response.setHeader('access-control-allow-headers', 'accept, content-type, x-trace');
    response.setHeader('access-control-expose-headers', 'x-request-id');
    response.setHeader('x-request-id', '8f2b1c');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else replies[/reply=(\w+)/.exec(request.url ?? '')?.[1] ?? 'order']?.(response);
  });
  const site = makeForeignSite([{id: 'shop', spec: 'shop.json'}], {colorMode: {respectPrefersColorScheme: true}});
  writeFileSync(join(site.folder, 'shop.json'), JSON.stringify(shop(api.url)));
  await site.build();
  const server = await serveStatic(site.buildFolder);
  return {
    url: server.url,
    api,
    async close() {
      await Promise.all([server.close(), api.close()]);
      site.remove();
    },
  };
}

const order = {id: '9007199254740993', total: '12.10', state: 'open', lines: [{sku: 'A-1', count: 2}, {sku: 'B-2'}]};

const replies: Record<string, (response: ServerResponse) => void> = {
  order: (response) => send(response, 'application/json', JSON.stringify(order)),
  wrong: (response) => send(response, 'application/json', JSON.stringify({...order, state: 7, extra: [1, 2]})),
  text: (response) => send(response, 'text/html', '<h1>Hello</h1>\n<p>Text of a page</p>'),
  bytes: (response) => send(response, 'application/octet-stream', Buffer.from([0, 1, 2, 253, 254, 255])),
  image: (response) => send(response, 'image/png', Buffer.from(pixel, 'base64')),
  events: (response) => {
    response.writeHead(200, {'content-type': 'text/event-stream'});
    response.write('data: {"n":1}\n\ndata: {"n":2}\n\n');
  },
};

/** One pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

function send(response: ServerResponse, mediaType: string, body: string | Buffer): void {
  response.writeHead(200, {'content-type': mediaType}).end(body);
}

function shop(url: string): object {
  const ref = (name: string) => ({$ref: `#/components/schemas/${name}`});
  const text = {type: 'string'};
  return {
    openapi: '3.1.0',
    info: {title: 'Shop', version: '1'},
    servers: [{url}],
    security: [],
    paths: {
      '/orders/{shop}': {
        post: {
          operationId: 'placeOrder',
          summary: 'Place an order',
          parameters: [
            {name: 'shop', in: 'path', required: true, schema: {enum: ['north', 'south']}},
            {name: 'reply', in: 'query', description: 'What to answer with.', schema: {enum: Object.keys(replies)}},
            {name: 'filter', in: 'query', style: 'deepObject', schema: ref('Filter')},
            {name: 'X-Trace', in: 'header', schema: text},
            {name: 'sid', in: 'cookie', schema: text},
          ],
          requestBody: {required: true, content: {'application/json': {schema: ref('Order')}}},
          responses: {
            '200': {
              description: 'The order.',
              headers: {'X-Request-Id': {schema: text}, 'X-Rate': {schema: {type: 'integer'}}},
              content: {'application/json': {schema: ref('PlacedOrder')}},
            },
          },
        },
      },
      '/photos': {
        put: {
          operationId: 'putPhotos',
          summary: 'Put photos',
          requestBody: {content: {'multipart/form-data': {schema: ref('Photos')}}},
          responses: {'204': {description: 'Stored.'}},
        },
      },
    },
    components: {
      schemas: {
        Filter: {type: 'object', properties: {color: text, size: {type: 'integer', minimum: 1}}},
        Order: {
          type: 'object',
          required: ['customer', 'lines'],
          properties: {
            customer: {type: 'string', format: 'email', description: 'Who orders. **Must** exist.'},
            secret: {type: 'string', format: 'password'},
            amount: {type: 'number', minimum: 0.5, maximum: 99},
            day: {type: 'string', format: 'date'},
            at: {type: 'string', format: 'date-time'},
            isGift: {type: 'boolean', title: 'Is a gift'},
            size: {enum: ['S', 'M', 'L', 'XL', 'XXL']},
            note: {type: ['string', 'null'], maxLength: 500},
            tags: {type: 'array', items: text, maxItems: 4},
            lines: {type: 'array', minItems: 1, items: ref('Line')},
            labels: {type: 'object', additionalProperties: text},
            payment: {oneOf: [ref('Card'), ref('Transfer')]},
            follows: ref('Order'),
          },
        },
        Line: {
          type: 'object',
          required: ['sku'],
          properties: {sku: {type: 'string', pattern: '^[A-Z]-\\d$'}, count: {type: 'integer'}},
        },
        Card: {type: 'object', title: 'Card', required: ['number'], properties: {number: text, expires: text}},
        Transfer: {type: 'object', title: 'Bank transfer', required: ['iban'], properties: {iban: text}},
        PlacedOrder: {
          type: 'object',
          properties: {
            id: text,
            total: text,
            state: {enum: ['open', 'done']},
            lines: {type: 'array', items: ref('Line')},
          },
          additionalProperties: false,
        },
        Photos: {
          type: 'object',
          properties: {
            title: text,
            cover: {type: 'string', contentMediaType: 'image/png'},
            all: {type: 'array', items: {type: 'string', contentMediaType: 'application/octet-stream'}},
          },
        },
      },
    },
  };
}
