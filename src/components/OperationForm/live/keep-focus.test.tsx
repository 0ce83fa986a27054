import {useEffect, useRef, useState, type ReactNode} from 'react';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../../test/support/docusaurus/Site.tsx';
import {operation as operationOf, mediaType} from '../../../../test/fixtures/operation.ts';
import {credentialStore} from '../../../form/credentials.ts';
import {toFields} from '../../../form/fields.ts';
import {createFormStore} from '../../../form/form-store.ts';
import type {SchemaObject} from '../../../model/schema.ts';
import FieldList from '../FieldList.tsx';
import TargetSelect from '../TargetSelect.tsx';
import {chooseTarget} from '../target-store.ts';
import {useTarget} from '../use-target.ts';
import Credentials from './Credentials.tsx';
import History from './History.tsx';
import IssuedCredentials from './IssuedCredentials.tsx';
import LiveNotice from './LiveNotice.tsx';
import {addToHistory, clearHistory} from './history/history-store.ts';
import {keepFocus} from './keep-focus.ts';
import SharePanel from './share/SharePanel.tsx';
import Simulate from './simulate/Simulate.tsx';

const operation = operationOf();

function Kept({children}: {children: ReactNode}) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current === null ? undefined : keepFocus(root.current)), []);
  return (
    <div ref={root}>
      <button type="button">Before</button>
      {children}
    </div>
  );
}

function show(children: ReactNode) {
  return render(
    <Site>
      <Kept>{children}</Kept>
    </Site>,
  );
}

async function press(name: string): Promise<void> {
  const button = page.getByRole('button', {name});
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

beforeEach(() => {
  credentialStore.forgetAll();
  clearHistory();
  chooseTarget('test', 'demo');
});

describe('the focus', () => {
  it('goes from "Stop simulating" to the list of what can be simulated', async () => {
    await show(<Simulate operation={operation} />);
    await page.getByLabelText('Simulate').selectOptions('Offline');
    await press('Stop simulating');
    await expect.element(page.getByLabelText('Simulate')).toHaveFocus();
  });

  it('goes from "Use" of an own server to the list of servers', async () => {
    const Targets = () => <TargetSelect operation={operation} target={useTarget(operation)} demoControls={null} />;
    await show(<Targets />);
    await page.getByLabelText('Send to').selectOptions('Another server …');
    await page.getByLabelText('Address of the server').fill('http://localhost:9999');
    await press('Use');
    await expect.element(page.getByLabelText('Send to')).toHaveFocus();
    await expect.element(page.getByText('This is live.')).toBeVisible();
  });

  it('goes from "Clear the history" to what stands before it, and it is said that it is cleared', async () => {
    const request = {method: 'GET', url: 'https://api.example.com/', headers: [] as [string, string][]};
    addToHistory({
      operation,
      startedAt: 0,
      durationMs: 1,
      isDemo: true,
      request,
      outcome: {kind: 'timeout', message: 'Too slow.'},
      state: {},
      openState: {},
    });
    await show(<History title="Operation" />);
    await page.getByText('History (1)').click();
    await press('Clear the history');
    await expect.element(page.getByText('History (1)')).not.toBeInTheDocument();
    await expect.element(page.getByRole('status')).toHaveTextContent('The history is cleared.');
    await expect.element(page.getByRole('button', {name: 'Before'})).toHaveFocus();
  });

  it('goes from "Forget all credentials" to what stands before it, and it is said that they are forgotten', async () => {
    credentialStore.setCredential('test', 'demo', 'key', 'secret');
    await show(<Credentials operation={operation} audience="demo" />);
    await press('Forget all credentials');
    await expect.element(page.getByRole('status')).toHaveTextContent('All credentials are forgotten.');
    await expect.element(page.getByRole('button', {name: 'Before'})).toHaveFocus();
  });

  it.each([
    ['its field in the form', <input key="key" aria-label="The key" name="authorization.key" />, 'The key'],
    ['its line below the form', null, undefined],
  ])('goes from "Use for authorised requests" to the credential: %s', async (_, field, label) => {
    const result = {issued: {key: 'secret'}, check: undefined, context: undefined};
    await show(
      <>
        <form data-operation="test/operation">{field}</form>
        <IssuedCredentials operation={operation} result={result} audience="demo" />
        <Credentials operation={operation} audience="demo" />
      </>,
    );
    await press('Use for authorised requests');
    const target = label === undefined ? page.getByText(/is in use for the demo/) : page.getByLabelText(label);
    await expect.element(target).toHaveFocus();
  });

  it('goes from the button that adds an object to the first field of that object', async () => {
    const order: SchemaObject = {
      type: 'object',
      properties: {sku: {type: 'string'}, follows: {$ref: '#/components/schemas/Order'}},
    };
    const withBody = operationOf({
      method: 'POST',
      requestBody: {
        required: true,
        content: [mediaType('application/json', {schema: {$ref: '#/components/schemas/Order'}})],
      },
      schemas: {Order: order},
    });
    const fields = toFields(withBody);
    await show(<FieldList fields={fields} store={createFormStore({})} operation={withBody} />);
    await press('Add follows');
    await expect.element(page.getByRole('group', {name: /follows/}).getByLabelText(/^sku/)).toHaveFocus();
  });

  it('stays where the reader has put it, and nowhere when the reader has left', async () => {
    function Passing() {
      const [isShown, setShown] = useState(true);
      useEffect(() => {
        const hide = () => setShown(false);
        document.addEventListener('hide', hide);
        return () => document.removeEventListener('hide', hide);
      }, []);
      return isShown && <input aria-label="Passing" />;
    }
    await show(<Passing />);
    const field = page.getByLabelText('Passing');
    (field.element() as HTMLElement).focus();
    (field.element() as HTMLElement).blur();
    document.dispatchEvent(new Event('hide'));
    await expect.element(field).not.toBeInTheDocument();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('Escape', () => {
  it('answers the question before a live send with no', async () => {
    const onCancel = vi.fn();
    const onConfirm = vi.fn();
    await show(<LiveNotice target="https://api.example.com" onConfirm={onConfirm} onCancel={onCancel} />);
    await expect.element(page.getByRole('button', {name: 'Send real data'})).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect([onCancel.mock.calls.length, onConfirm.mock.calls.length]).toEqual([1, 0]);
  });

  it('closes the link to a request', async () => {
    const onClose = vi.fn();
    await show(
      <SharePanel
        title="Operation"
        link={{address: 'https://docs.example.com/#try=1', leavesOut: []}}
        onClose={onClose}
      />,
    );
    await expect.element(page.getByLabelText('Link to this request')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('a credential that runs out', () => {
  it('is announced', async () => {
    credentialStore.setCredential('test', 'demo', 'key', 'secret', {expiresAt: new Date(Date.now() + 1500)});
    await show(<Credentials operation={operation} audience="demo" />);
    await expect.element(page.getByRole('region', {name: /^Credentials in this tab/})).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    await expect
      .element(page.getByRole('status'), {timeout: 5000})
      .toHaveTextContent('The credential key has expired.');
  });
});
