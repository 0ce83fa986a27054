/** What the home page shows of the APIs. content.test.ts holds every line of it against the documents. */

interface ApiCard {
  id: string;
  title: string;
  summary: string;
  /** The calls that a newcomer begins with, in that order. */
  operations: {slug: string; operationId: string; title: string; method: string; path: string}[];
  guide: {title: string; to: string};
}

export const apis: ApiCard[] = [
  {
    id: 'coindroids',
    title: 'Coindroids',
    summary: 'A game played with cryptocurrency transactions.',
    operations: [
      {slug: 'register', operationId: 'register', title: 'Register', method: 'POST', path: '/rpc/register'},
      {slug: 'identify', operationId: 'identify', title: 'Identify', method: 'POST', path: '/rpc/identify'},
    ],
    guide: {title: 'From invite to player list', to: '/docs/coindroids'},
  },
  {
    id: 'doordeck',
    title: 'Doordeck',
    summary: 'Door access in the cloud.',
    operations: [
      {slug: 'register', operationId: 'register', title: 'Registration', method: 'POST', path: '/auth/register'},
      {slug: 'login', operationId: 'login', title: 'Login', method: 'POST', path: '/auth/token'},
      {
        slug: 'get-user-details',
        operationId: 'getUserDetails',
        title: 'Get user details',
        method: 'GET',
        path: '/account',
      },
    ],
    guide: {title: 'From registration to a certificate', to: '/docs/doordeck'},
  },
];

/** One call as its page shows it, half-way through: a request that meets a conflict. */
export const excerpt = {
  apiId: 'doordeck',
  slug: 'register',
  title: 'Registration',
  method: 'POST',
  server: 'https://api.doordeck.com',
  path: '/auth/register',
  accept: 'application/vnd.doordeck.api-v3+json',
  contentType: 'application/json',
  /** The key of the request example that fills the form. */
  example: 'pendingInvite',
  fields: [
    {name: 'email', label: 'E-mail', required: true, value: 'grace@example.com'},
    {name: 'password', label: 'Password', required: true, value: 'correct-horse-battery'},
    {name: 'displayName', label: 'Display name', required: false, value: 'Grace Hopper'},
  ],
  reply: {
    status: '409',
    meaning:
      'The address cannot be registered: an invite is pending, or it has an account. A pending invite can be dropped with force; an existing account stays, and its owner logs in.',
    links: [
      {
        name: 'retryWithForce',
        label: 'Retry with force',
        description: 'Send the same registration again and drop the pending invite.',
      },
      {name: 'login', label: 'Login', description: 'The address has an account already? Log in with it.'},
    ],
  },
};
