import {describe, expectTypeOf, it} from 'vitest';
import type {ReactNode} from 'react';
import {RegisterForm as CoindroidsRegisterForm} from '../../src/generated/coindroids/index.ts';
import * as doordeck from '../../src/generated/doordeck/index.ts';

// These tests are compiled, never run: something to give a form or a value to is enough.
declare function show(element: ReactNode): void;
declare function read(value: unknown): void;

const {GetUserDetailsForm, LoginForm, RegisterForm, UpdateUserDetailsForm} = doordeck;

describe('an operation', () => {
  it('must be in the document', () => {
    expectTypeOf<'register' | 'verifyEphemeralKey'>().toExtend<keyof doordeck.operations>();
    expectTypeOf<'logon' | 'identify'>().not.toExtend<keyof doordeck.operations>();
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

describe('readOnlyFields', () => {
  it('names fields of the operation', () => {
    show(<RegisterForm readOnlyFields={['email', 'force']} />);
    // @ts-expect-error there is no field "emial"
    show(<RegisterForm readOnlyFields={['emial']} />);
    // @ts-expect-error the operation has no fields
    show(<GetUserDetailsForm readOnlyFields={['email']} />);
  });
});

describe('layout', () => {
  it('takes the fields of the operation one by one, and the rest of them', () => {
    show(
      <RegisterForm>
        <p>Who are you?</p>
        <RegisterForm.Field name="email" />
        <RegisterForm.Fields except={['email', 'force']} />
        <RegisterForm.Fields />
      </RegisterForm>,
    );
    // @ts-expect-error there is no field "emial"
    show(<RegisterForm.Field name="emial" />);
    // @ts-expect-error a field has a name
    show(<RegisterForm.Field />);
    // @ts-expect-error there is no field "mail" to leave out
    show(<RegisterForm.Fields except={['mail']} />);
    // @ts-expect-error the operation has no fields
    show(<GetUserDetailsForm.Field name="email" />);
  });
});

describe('target', () => {
  it('is the demo, the live API or a whole address', () => {
    show(<RegisterForm target="demo" />);
    show(<RegisterForm target="live" />);
    show(<RegisterForm target="https://api.staging.doordeck.com" />);
    // @ts-expect-error an address has a scheme
    show(<RegisterForm target="api.doordeck.com" />);
    // @ts-expect-error it is called "live"
    show(<RegisterForm target="production" />);
  });
});

describe('success', () => {
  it('is text, elements, or what is made of a successful reply', () => {
    show(<RegisterForm success="Welcome!" />);
    show(<RegisterForm success={<strong>Welcome!</strong>} />);
    show(
      <RegisterForm
        success={(reply) => {
          expectTypeOf(reply.status).toEqualTypeOf<200>();
          return reply.body.authToken;
        }}
      />,
    );
    show(
      <RegisterForm
        success={(reply) => {
          // @ts-expect-error Doordeck calls it "authToken"
          read(reply.body.token);
          return null;
        }}
      />,
    );
  });
});

describe('uses and provides', () => {
  it('name what forms share', () => {
    show(<LoginForm provides="session" />);
    show(<GetUserDetailsForm uses="session" />);
    // @ts-expect-error a name is text
    show(<LoginForm provides={1} />);
    // @ts-expect-error a name is needed
    show(<LoginForm uses={{values: {email: '$request.body#/email'}}} />);
  });

  it('take runtime expressions for fields of the operation', () => {
    show(<LoginForm uses={{from: 'account'}} />);
    show(
      <LoginForm uses={{from: 'account', values: {email: '$request.body#/email', password: '$request.header.X-P'}}} />,
    );
    show(<UpdateUserDetailsForm uses={{from: 'user', values: {displayName: '$response.body#/displayName'}}} />);
    show(<RegisterForm uses={{from: 'user', values: {email: '$request.query.email', force: '$statusCode'}}} />);
    // @ts-expect-error there is no field "mail"
    show(<LoginForm uses={{from: 'account', values: {mail: '$request.body#/email'}}} />);
    // @ts-expect-error a pointer begins with a slash
    show(<LoginForm uses={{from: 'account', values: {email: '$request.body#email'}}} />);
    // @ts-expect-error a reply has no query
    show(<LoginForm uses={{from: 'account', values: {email: '$response.query.email'}}} />);
    // @ts-expect-error not a runtime expression
    show(<LoginForm uses={{from: 'account', values: {email: 'ada@example.com'}}} />);
  });
});

describe('onRequest', () => {
  it('looks at what is sent, changes it, stops it, now or later', () => {
    show(
      <RegisterForm
        onRequest={(request) => {
          expectTypeOf(request.method).toEqualTypeOf<string>();
          expectTypeOf(request.url).toEqualTypeOf<string>();
        }}
      />,
    );
    show(<RegisterForm onRequest={(request) => ({...request, url: `${request.url}?traced=1`})} />);
    show(<RegisterForm onRequest={() => false} />);
    show(<RegisterForm onRequest={async () => false} />);
    show(<RegisterForm onRequest={async (request) => request.url.startsWith('https:')} />);
    // @ts-expect-error only `false` stops a call
    show(<RegisterForm onRequest={() => 'stop'} />);
    // @ts-expect-error a request has an address and more
    show(<RegisterForm onRequest={() => ({method: 'GET'})} />);
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
            expectTypeOf(reply.status).toEqualTypeOf<400 | 406 | 409 | 429 | 500>();
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
