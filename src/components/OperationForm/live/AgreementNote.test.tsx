import {expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import {checkReply} from '../../../form/check-reply.ts';
import type {Operation} from '../../../model/operation.ts';
import AgreementNote from './AgreementNote.tsx';

const schema = {type: 'object', required: ['id']} as const;
const operation: Operation = {
  key: 'test/operation',
  apiId: 'test',
  apiTitle: 'Test',
  operationId: 'operation',
  slug: 'operation',
  method: 'GET',
  path: '/',
  title: 'Operation',
  tags: [],
  servers: [],
  parameters: [],
  responses: [
    {
      status: '200',
      description: '',
      headers: [{name: 'X-Id', required: true, schema: {}}],
      content: ['application/json', 'application/xml'].map((mediaType) => ({
        mediaType,
        schema: {...schema, required: [...schema.required]},
        examples: [],
      })),
      links: [],
    },
  ],
  security: [],
  securitySchemes: {},
  schemas: {},
};

async function noteOf(mediaType: string, text: string, headers: Record<string, string> = {'x-id': '1'}) {
  const body = mediaType === 'application/json' ? (JSON.parse(text) as {id: number}) : undefined;
  const check = checkReply(operation, {status: 200, mediaType, headers, body, text});
  const {container} = await render(<AgreementNote check={check} onJump={() => undefined} />);
  return container.textContent;
}

it('says that a reply matches only where it was compared', async () => {
  expect(await noteOf('application/json', '{"id": 1}')).toBe('Matches the documented schema.');
  expect(await noteOf('application/xml', '<a/>')).toBe(
    'Status and media type are as documented. XML is not checked against its schema.',
  );
  const differing = await noteOf('application/xml', '<a/>', {});
  expect(differing).toMatch(/^Differs from the documentation:.*X-Id.*XML is not checked against its schema\.$/s);
});
