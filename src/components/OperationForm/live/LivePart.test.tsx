import {beforeEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../../test/support/docusaurus/Site.tsx';
import {operation as operationOf, parameter} from '../../../../test/fixtures/operation.ts';
import OperationForm from '../OperationForm.tsx';

/** What a form says and shows from the press of a button on, and where the focus is then. */

const operation = operationOf({
  parameters: [parameter('query', 'count', {required: true, schema: {type: 'integer'}})],
});
/** Another server each time: it is asked about once. */
let port = 1;
let target = '';

const button = (name: string) => page.getByRole('button', {name, exact: true});
const send = button('Operation');
const count = page.getByLabelText(/^count/);
const state = () => document.querySelector('form')?.dataset['state'];
const result = () => document.querySelector('[data-result]')?.getAttribute('data-status');
const said = (text: string) => page.getByRole('status').filter({hasText: text});

beforeEach(async () => {
  port += 1;
  // Nothing listens there.
  target = `http://localhost:${port}`;
  await render(
    <Site>
      <OperationForm operation={operation} target={target} />
    </Site>,
  );
});

describe('a form with a mistake', () => {
  it('is not sent: the focus is on the mistake, and it can be sent all the same', async () => {
    await send.click();
    await expect.element(said('Not sent. One entry needs a look.')).toBeInTheDocument();
    await expect.element(count).toHaveFocus();
    expect([state(), result()]).toEqual(['failed', 'invalid']);
    await button('Send anyway').click();
    await expect.element(said(`Real data would go to ${target}. Confirm or cancel.`)).toBeInTheDocument();
    expect(result()).toBeUndefined();
  });
});

describe('the question before the first live send', () => {
  beforeEach(async () => {
    await count.fill('3');
    await send.click();
    await expect.element(button('Send real data')).toHaveFocus();
  });

  it('answered with no: nothing is sent, the focus is on the button that sends', async () => {
    await button('Do not send').click();
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
    await expect.element(send).toHaveFocus();
    expect([state(), result()]).toEqual(['idle', undefined]);
  });

  it('answered with yes: what came of it is shown, and it is not asked again', async () => {
    await button('Send real data').click();
    await expect.element(send).toHaveFocus();
    await expect.poll(result, {timeout: 10_000}).toBe('network-error');
    expect(state()).toBe('failed');
    await expect.element(page.getByText('History (1)')).toBeVisible();
    await send.click();
    await expect.element(page.getByText('History (2)'), {timeout: 10_000}).toBeVisible();
    await button('Clear').click();
    await expect.poll(result).toBeUndefined();
    expect(state()).toBe('idle');
    await expect.element(said('The form is as it was at first.')).toBeInTheDocument();
  });
});

describe('the link to what is filled in', () => {
  it('is closed: the focus is where it was asked for', async () => {
    await count.fill('3');
    await button('Copy link to this request').click();
    await expect.element(page.getByLabelText('Link to this request')).toBeVisible();
    await userEvent.click(button('Close'));
    await expect.element(button('Copy link to this request')).toHaveFocus();
    await expect.element(page.getByLabelText('Link to this request')).not.toBeInTheDocument();
  });
});
