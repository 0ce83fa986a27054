import {describe, expectTypeOf, it} from 'vitest';
import {RegisterForm as CoindroidsRegisterForm} from '../../src/generated/coindroids/index.ts';
import {GetUserDetailsForm, RegisterForm} from '../../src/generated/doordeck/index.ts';
// @ts-expect-error the document has no operation "registre"
import type {RegistreForm} from '../../src/generated/doordeck/index.ts';
// @ts-expect-error "identify" is an operation of the other API
import type {IdentifyForm} from '../../src/generated/doordeck/index.ts';
import type {operations} from '../../src/generated/doordeck/index.ts';

describe('an operation', () => {
  it('must be in the document', () => {
    expectTypeOf<keyof operations>().toEqualTypeOf<'register' | 'login' | 'getUserDetails'>();
    // An import that fails gives `any`: the error at the import above is the whole of the test.
    expectTypeOf<typeof RegistreForm>().toBeAny();
    expectTypeOf<typeof IdentifyForm>().toBeAny();
  });
});

describe('defaultValues', () => {
  it('takes the fields of the operation, parameters and body alike, none of them needed', () => {
    void (<RegisterForm />);
    void (<RegisterForm defaultValues={{email: 'ada@example.com', force: true}} />);
    void (<CoindroidsRegisterForm defaultValues={{invite_code: '37764f2a-da1b-40ea-a054-ef1c8021196a'}} />);
  });

  it('takes no field that the operation does not have', () => {
    // @ts-expect-error the body has "email", not "mail"
    void (<RegisterForm defaultValues={{mail: 'ada@example.com'}} />);
    // @ts-expect-error "invite_code" belongs to the other API's operation of the same name
    void (<RegisterForm defaultValues={{invite_code: '37764f2a-da1b-40ea-a054-ef1c8021196a'}} />);
    // @ts-expect-error the operation takes no values at all
    void (<GetUserDetailsForm defaultValues={{email: 'ada@example.com'}} />);
  });

  it('takes no value of another type', () => {
    // @ts-expect-error "email" is a string
    void (<RegisterForm defaultValues={{email: 1}} />);
    // @ts-expect-error "force" is a boolean
    void (<RegisterForm defaultValues={{force: 'true'}} />);
    // @ts-expect-error "displayName" is a string and cannot be null
    void (<RegisterForm defaultValues={{displayName: null}} />);
  });
});

describe('fields', () => {
  it('names fields of the operation', () => {
    void (<RegisterForm fields={['email', 'password', 'force']} />);
    // @ts-expect-error there is no field "emial"
    void (<RegisterForm fields={['emial']} />);
    // @ts-expect-error the operation has no fields to show
    void (<GetUserDetailsForm fields={['email']} />);
  });
});

describe('props', () => {
  it('are those of a form', () => {
    void (<RegisterForm submitLabel="Sign up" />);
    // @ts-expect-error the prop is "onResponse"
    void (<RegisterForm onReply={() => undefined} />);
    // @ts-expect-error a label is text
    void (<RegisterForm submitLabel={1} />);
  });
});

describe('onResponse', () => {
  it('gets the body that the document gives for the status', () => {
    void (
      <RegisterForm
        onResponse={(reply) => {
          if (reply.status === 200) {
            expectTypeOf(reply.body).toEqualTypeOf<{authToken: string; refreshToken: string}>();
          } else {
            expectTypeOf(reply.status).toEqualTypeOf<400 | 409>();
            expectTypeOf(reply.body).toEqualTypeOf<undefined>();
          }
        }}
      />
    );
  });

  it('gets optional properties as optional, and nullable ones as nullable', () => {
    void (
      <GetUserDetailsForm
        onResponse={(reply) => {
          if (reply.status !== 200) return;
          expectTypeOf(reply.body.displayName).toEqualTypeOf<string | null | undefined>();
          expectTypeOf(reply.body.emailVerified).toEqualTypeOf<boolean>();
          // @ts-expect-error "displayName" may be missing or null
          reply.body.displayName.length;
        }}
      />
    );
    void (
      <CoindroidsRegisterForm
        onResponse={({body}) => {
          expectTypeOf(body.profile?.id).toEqualTypeOf<number | undefined>();
          expectTypeOf(body.errors?.[0]?.field).toEqualTypeOf<string | undefined>();
        }}
      />
    );
  });

  it('has no property that the document does not give', () => {
    void (
      <RegisterForm
        onResponse={(reply) => {
          // @ts-expect-error which body it is depends on the status
          void reply.body.authToken;
          if (reply.status === 200) {
            // @ts-expect-error Doordeck calls it "authToken"
            void reply.body.token;
            // @ts-expect-error a token is a string
            void reply.body.authToken.claims;
          }
          if (reply.status === 409) {
            // @ts-expect-error 409 has no documented body
            void reply.body.authToken;
          }
          // @ts-expect-error 418 is not documented
          if (reply.status === 418) return;
        }}
      />
    );
  });
});
