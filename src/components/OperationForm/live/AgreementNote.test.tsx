import {expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import {mediaType, operation} from '../../../../test/fixtures/operation.ts';
import {checkReply} from '../../../form/check-reply.ts';
import type {Schema} from '../../../model/schema.ts';
import AgreementNote from './AgreementNote.tsx';

const schema: Schema = {type: 'object', required: ['id']};
const documented = operation({
  responses: [
    {
      status: '200',
      description: '',
      headers: [{name: 'X-Id', required: true, schema: {}}],
      content: ['application/json', 'application/xml'].map((name) => mediaType(name, {schema})),
      links: [],
    },
  ],
});

async function noteOf(type: string, text: string, headers: Record<string, string> = {'x-id': '1'}) {
  const body = type === 'application/json' ? (JSON.parse(text) as {id: number}) : undefined;
  const check = checkReply(documented, {status: 200, mediaType: type, headers, body, text});
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
