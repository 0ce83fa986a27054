import {expect, it, describe, beforeEach, vi} from 'vitest';
import {render} from 'vitest-browser-react';
import {page, userEvent} from 'vitest/browser';
import Site from '../../../test/support/docusaurus/Site.tsx';
import {GetUserDetailsForm, LoginForm, RegisterForm} from '../../generated/doordeck/index.ts';
import {credentialStore} from '../../form/credentials.ts';
import type {OutgoingRequest} from './live-contract.ts';

/** Forms as guides use them: their generated components, sending to the demo. */

/** Each test has an account of its own: the demo remembers. */
let count = 0;
let ada = {email: '', password: 'correct-horse-battery'};

beforeEach(() => {
  credentialStore.forgetAll();
  count += 1;
  ada = {...ada, email: `ada-${count}@example.com`};
});

function field(name: string): HTMLInputElement {
  const control = document.querySelector(`[name="${name}"]`);
  if (!(control instanceof HTMLInputElement)) throw new Error(`There is no ${name}.`);
  return control;
}

async function status(expected: string): Promise<void> {
  await expect
    .poll(() => document.querySelector('[data-result]')?.getAttribute('data-status'), {timeout: 10_000})
    .toBe(expected);
}

describe('children', () => {
  it('arrange the fields themselves, and every value still goes out', async () => {
    await render(
      <Site>
        <RegisterForm defaultValues={ada} target="demo">
          <p>First your name:</p>
          <RegisterForm.Field name="displayName" />
          <h3>Then the rest</h3>
          <RegisterForm.Fields except={['displayName', 'force']} />
        </RegisterForm>
      </Site>,
    );
    const names = [...document.querySelectorAll('form [name^="body."], form [name^="query."]')].map((control) =>
      control.getAttribute('name'),
    );
    expect(names).toEqual(['body.displayName', 'body.email', 'body.password']);
    await userEvent.fill(field('body.displayName'), 'Ada');
    await page.getByRole('button', {name: 'Registration', exact: true}).click();
    await status('200');
  });

  it('stop the page when they name a field that the form does not have', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    // What a page says that nobody type-checks.
    const wrong = JSON.parse('{"name": "emial"}') as {name: 'email'};
    await expect(
      render(
        <Site>
          <RegisterForm>
            <RegisterForm.Field {...wrong} />
          </RegisterForm>
        </Site>,
      ),
    ).rejects.toThrow('There is no field "emial" here. The form around it has force, email, password, displayName.');
    quiet.mockRestore();
  });
});

describe('readOnlyFields and target', () => {
  it('show what cannot be changed', async () => {
    await render(
      <Site>
        <RegisterForm defaultValues={ada} readOnlyFields={['email']} target="https://api.staging.doordeck.com" />
      </Site>,
    );
    expect(field('body.email').readOnly).toBe(true);
    expect(field('body.password').readOnly).toBe(false);
    expect(document.querySelector('select[data-target]')).toBeNull();
    expect(document.querySelector('[data-target]')?.getAttribute('data-target')).toBe(
      'https://api.staging.doordeck.com',
    );
    await expect.element(page.getByText('This is live.')).toBeVisible();
  });
});

describe('success', () => {
  it('takes the place of the reply, which can still be opened', async () => {
    await render(
      <Site>
        <RegisterForm
          defaultValues={ada}
          target="demo"
          success={(reply) => <p>Welcome, your token has {reply.body.authToken.split('.').length} parts.</p>}
        />
      </Site>,
    );
    await page.getByRole('button', {name: 'Registration', exact: true}).click();
    await expect.element(page.getByText('Welcome, your token has 3 parts.')).toBeVisible();
    await status('200');
    await page.getByRole('button', {name: 'Show the reply'}).click();
    await expect.element(page.getByText('Matches the documented schema.')).toBeVisible();
  });
});

describe('provides and uses', () => {
  it('hands values and credentials of one form to the next', async () => {
    await render(
      <Site>
        <RegisterForm defaultValues={ada} target="demo" provides="account" submitLabel="Sign up" />
        <LoginForm target="demo" uses={{from: 'account', values: {email: '$request.body#/email'}}} />
        <GetUserDetailsForm target="demo" uses="account" submitLabel="Look" />
      </Site>,
    );
    const notes = () => [...document.querySelectorAll('[data-shared]')].map((note) => note.textContent);
    const [register, login] = document.querySelectorAll('form');
    // The form that gives makes itself known when it wakes up.
    await userEvent.hover(field('body.email'));
    await expect.poll(() => notes().length).toBe(2);
    await page.getByRole('button', {name: 'Sign up'}).click();
    await expect.poll(() => login?.querySelector<HTMLInputElement>('[name="body.email"]')?.value).toBe(ada.email);
    expect(login?.querySelector<HTMLInputElement>('[name="body.password"]')?.value).toBe('');
    expect(register?.querySelector<HTMLInputElement>('[name="body.email"]')?.value).toBe(ada.email);
    expect(notes()).toEqual(['Filled in with what Registration gave.', 'Filled in with what Registration gave.']);
    await page.getByRole('button', {name: 'Look'}).click();
    await expect
      .element(page.getByRole('region', {name: 'Result, Get user details'}))
      .toHaveAttribute('data-status', '200');
  });
});

describe('onRequest', () => {
  it('sees the request, may change it, and may stop it', async () => {
    const seen: OutgoingRequest[] = [];
    const answers: (OutgoingRequest | false | undefined)[] = [];
    await render(
      <Site>
        <RegisterForm
          defaultValues={ada}
          target="demo"
          onRequest={(request) => {
            seen.push(request);
            const next =
              seen.length === 1
                ? false
                : {...request, body: (request.body ?? '').replace(ada.email, 'alan@example.com')};
            answers.push(next);
            return next;
          }}
        />
      </Site>,
    );
    const button = page.getByRole('button', {name: 'Registration', exact: true});
    await button.click();
    await expect.poll(() => seen.length).toBe(1);
    expect(seen[0]?.url).toBe('https://api.doordeck.com/auth/register');
    await expect.poll(() => document.querySelector('form')?.dataset['state']).toBe('failed');
    expect(document.querySelector('[data-result]')?.getAttribute('data-status')).not.toBe('200');
    await button.click();
    await status('409');
    expect(answers).toHaveLength(2);
  });
});
