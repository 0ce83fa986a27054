import {beforeEach, describe, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import {operation as operationOf} from '../../../test/fixtures/operation.ts';
import Site from '../../../test/support/docusaurus/Site.tsx';
import type {Operation, Server} from '../../model/operation.ts';
import TargetSelect from './TargetSelect.tsx';
import {chooseTarget} from './target-store.ts';
import {useTarget} from './use-target.ts';

const eu: Server = {
  url: 'https://{tenant}.{region}.example.com/v1',
  variables: {tenant: {default: 'demo'}, region: {default: 'eu', enum: ['eu', 'us']}},
};

function Shown({operation}: {operation: Operation}) {
  return <TargetSelect operation={operation} target={useTarget(operation)} demoControls={null} />;
}

async function show(...servers: Server[]) {
  const operation = operationOf({servers});
  const screen = await render(
    <Site>
      <Shown operation={operation} />
    </Site>,
  );
  return {screen, list: screen.getByLabelText('Send to')};
}

beforeEach(() => chooseTarget('test', 'demo'));

describe('TargetSelect', () => {
  it('lets the reader choose and enter the variables of a server', async () => {
    const {screen, list} = await show({url: 'https://api.example.com'}, eu);
    await expect.element(screen.getByLabelText('region')).not.toBeInTheDocument();
    await list.selectOptions('https://demo.eu.example.com/v1');
    await screen.getByLabelText('region').selectOptions('us');
    await expect.element(list).toHaveAttribute('data-target', 'https://demo.us.example.com/v1');
    await screen.getByLabelText('tenant').fill('acme');
    await userEvent.tab();
    await expect.element(list).toHaveAttribute('data-target', 'https://acme.us.example.com/v1');
    await expect.element(list).toHaveDisplayValue('https://acme.us.example.com/v1');
  });

  it('keeps the target and says why when a value would lead to another host', async () => {
    const {screen, list} = await show(eu);
    await list.selectOptions('https://demo.eu.example.com/v1');
    await screen.getByLabelText('tenant').fill('evil.example/');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByLabelText('tenant')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(screen.getByText(/tenant is a part of the host/)).toBeVisible();
    await expect.element(list).toHaveAttribute('data-target', 'https://demo.eu.example.com/v1');
  });

  it('resolves a relative server against this site and explains it', async () => {
    const {screen, list} = await show({url: '/v1'});
    await list.selectOptions(`${location.origin}/v1`);
    await expect.element(screen.getByText(/relative to where the document is served/)).toBeVisible();
  });

  it('does not carry a server over to an operation with servers of its own', async () => {
    const {screen, list} = await show({url: 'https://api.example.com'});
    await list.selectOptions('https://api.example.com');
    await screen.unmount();
    const other = await show({url: 'https://uploads.example.com'});
    await expect.element(other.list).toHaveAttribute('data-target', 'demo');
  });
});
