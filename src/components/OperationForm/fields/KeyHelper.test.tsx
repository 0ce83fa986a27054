import axe from 'axe-core';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../../test/support/docusaurus/Site.tsx';
import {operation} from '../../../../test/fixtures/operation.ts';
import {toFields} from '../../../form/fields.ts';
import {createFormStore} from '../../../form/form-store.ts';
import {forgetKeyPair, heldKeyPair} from '../../../form/key-pairs.ts';
import type {SchemaObject} from '../../../model/schema.ts';
import FieldList from '../FieldList.tsx';

const text: SchemaObject = {type: 'string', contentEncoding: 'base64'};

async function show(properties: Record<string, SchemaObject>) {
  const schema = {type: 'object', properties} as const;
  const fields = toFields(
    operation({requestBody: {required: true, content: [{mediaType: 'application/json', schema, examples: []}]}}),
  );
  const store = createFormStore({});
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  const screen = await render(
    <Site>
      <form aria-label="Test" onSubmit={(event) => onSubmit(event.nativeEvent)}>
        <FieldList fields={fields} store={store} />
      </form>
    </Site>,
  );
  return {screen, onSubmit, held: (name: string) => store.value(`body.${name}`)};
}

function bytes(base64: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
}

afterEach(() => {
  forgetKeyPair();
  vi.restoreAllMocks();
});

describe('the helper of Ed25519 fields', () => {
  it('makes a key pair, fills in the public key, and signs a text with it', async () => {
    const {screen, onSubmit, held} = await show({
      key: {...text, title: 'Key', 'x-ed25519': 'public-key'},
      signature: {...text, title: 'Signature', 'x-ed25519': 'signature'},
    });
    await expect.element(screen.getByText(/There is no key pair in this tab/)).toBeVisible();
    await screen.getByRole('button', {name: 'Make a key pair'}).click();
    await expect.element(screen.getByText(/The private key stays in the memory/)).toBeVisible();
    expect(held('key')).toBe(heldKeyPair()?.der);

    await screen.getByRole('button', {name: 'Sign', exact: true}).click();
    await expect.element(screen.getByText('Enter the text to sign first.')).toBeVisible();
    await screen.getByLabelText('Text to sign').fill('493817');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => held('signature')).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    expect(onSubmit).not.toHaveBeenCalled();
    const key = await crypto.subtle.importKey('spki', bytes(held('key')), 'Ed25519', true, ['verify']);
    const message = new TextEncoder().encode('493817');
    expect(await crypto.subtle.verify('Ed25519', key, bytes(held('signature')), message)).toBe(true);
    const {violations} = await axe.run(screen.container, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);

    await screen.getByRole('button', {name: 'Forget the key pair'}).first().click();
    await expect.element(screen.getByText(/There is no key pair in this tab/)).toBeVisible();
  });

  it('fills in the form of the key that the schema admits', async () => {
    const {screen, held} = await show({key: {...text, maxLength: 44, 'x-ed25519': 'public-key'}});
    await screen.getByRole('button', {name: 'Make a key pair'}).click();
    await expect.poll(() => held('key')).toBe(heldKeyPair()?.raw);
    expect(held('key')).toHaveLength(44);
  });

  it('shows commands, and says so where the browser cannot make keys', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    const {screen, held} = await show({key: {...text, 'x-ed25519': 'public-key'}});
    await screen.getByRole('button', {name: 'Make a key pair'}).click();
    await expect.element(screen.getByText(/The commands below can\./)).toBeVisible();
    await screen.getByText('Do it with OpenSSL instead').click();
    await expect.element(screen.getByText(/openssl genpkey -algorithm ed25519/)).toBeVisible();
    expect(held('key')).toBeUndefined();
  });
});
