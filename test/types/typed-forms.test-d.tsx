import {describe, expectTypeOf, it} from 'vitest';
import type {ReactNode} from 'react';
import {RegisterForm as CoindroidsRegisterForm} from '../../src/generated/coindroids/index.ts';
import * as doordeck from '../../src/generated/doordeck/index.ts';

// These tests are compiled, never run: something to give a form or a value to is enough.
declare function show(element: ReactNode): void;
declare function read(value: unknown): void;

const {GetUserDetailsForm, RegisterForm} = doordeck;

describe('an operation', () => {
  it('must be in the document', () => {
    expectTypeOf<keyof doordeck.operations>().toEqualTypeOf<'register' | 'login' | 'getUserDetails'>();
    show(<doordeck.LoginForm />);
    // @ts-expect-error the document has no operation "logon"
    show(<doordeck.LogonForm />);
    // @ts-expect-error "identify" is an operation of the other API
    show(<doordeck.IdentifyForm />);
  });
});

describe('defaultValues', () => {
  it('takes the fields of the operation, parameters and body alike, none of them needed', () => {
    show(<RegisterForm />);
    show(<RegisterForm defaultValues={{email: 'ada@example.com', force: true}} />);
    show(<CoindroidsRegisterForm defaultValues={{invite_code: '37764f2a-da1b-40ea-a054-ef1c8021196a'}} />);
  });

  it('takes no field that the operation does not have', () => {
    // @ts-expect-error the body has "email", not "mail"
    show(<RegisterForm defaultValues={{mail: 'ada@example.com'}} />);
    // @ts-expect-error "invite_code" belongs to the other API's operation of the same name
    show(<RegisterForm defaultValues={{invite_code: '37764f2a-da1b-40ea-a054-ef1c8021196a'}} />);
    // @ts-expect-error the operation takes no values at all
    show(<GetUserDetailsForm defaultValues={{email: 'ada@example.com'}} />);
  });

  it('takes no value of another type', () => {
    // @ts-expect-error "email" is a string
    show(<RegisterForm defaultValues={{email: 1}} />);
    // @ts-expect-error "force" is a boolean
    show(<RegisterForm defaultValues={{force: 'true'}} />);
    // @ts-expect-error "displayName" is a string and cannot be null
    show(<RegisterForm defaultValues={{displayName: null}} />);
  });
});

describe('fields', () => {
  it('names fields of the operation', () => {
    show(<RegisterForm fields={['email', 'password', 'force']} />);
    // @ts-expect-error there is no field "emial"
    show(<RegisterForm fields={['emial']} />);
    // @ts-expect-error the operation has no fields to show
    show(<GetUserDetailsForm fields={['email']} />);
  });
});

describe('props', () => {
  it('are those of a form', () => {
    show(<RegisterForm submitLabel="Sign up" />);
    // @ts-expect-error the prop is "onResponse"
    show(<RegisterForm onReply={() => undefined} />);
    // @ts-expect-error a label is text
    show(<RegisterForm submitLabel={1} />);
  });
});

describe('onResponse', () => {
  it('gets the body that the document gives for the status', () => {
    show(
      <RegisterForm
        onResponse={(reply) => {
          if (reply.status === 200) {
            expectTypeOf(reply.body).toEqualTypeOf<{authToken: string; refreshToken: string}>();
          } else {
            expectTypeOf(reply.status).toEqualTypeOf<400 | 409>();
            expectTypeOf(reply.body).toEqualTypeOf<undefined>();
          }
        }}
      />,
    );
  });

  it('gets optional properties as optional, and nullable ones as nullable', () => {
    show(
      <GetUserDetailsForm
        onResponse={(reply) => {
          if (reply.status !== 200) return;
          expectTypeOf(reply.body.displayName).toEqualTypeOf<string | null | undefined>();
          expectTypeOf(reply.body.emailVerified).toEqualTypeOf<boolean>();
          // @ts-expect-error "displayName" may be missing or null
          read(reply.body.displayName.length);
        }}
      />,
    );
    show(
      <CoindroidsRegisterForm
        onResponse={({body}) => {
          expectTypeOf(body.profile?.id).toEqualTypeOf<number | undefined>();
          expectTypeOf(body.errors?.[0]?.field).toEqualTypeOf<string | undefined>();
        }}
      />,
    );
  });

  it('has no property that the document does not give', () => {
    show(
      <RegisterForm
        onResponse={(reply) => {
          // @ts-expect-error which body it is depends on the status
          read(reply.body.authToken);
          if (reply.status === 200) {
            // @ts-expect-error Doordeck calls it "authToken"
            read(reply.body.token);
            // @ts-expect-error a token is a string
            read(reply.body.authToken.claims);
          }
          if (reply.status === 409) {
            // @ts-expect-error 409 has no documented body
            read(reply.body.authToken);
          }
          // @ts-expect-error 418 is not documented
          if (reply.status === 418) return;
        }}
      />,
    );
  });
});
