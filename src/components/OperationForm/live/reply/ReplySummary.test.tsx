import {expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import Site from '../../../../../test/support/docusaurus/Site.tsx';
import type {Reply} from '../../../../transport/exchange.ts';
import ReplySummary from './ReplySummary.tsx';

const reply: Reply = {
  status: 200,
  statusText: '',
  headers: [],
  url: 'https://api.example.com/',
  redirected: false,
  mediaType: '',
  bytes: new Uint8Array(),
  text: '',
  size: 0,
};

it.each([
  [200, true, '2xx'],
  [200, false, '4xx'],
  [304, false, '3xx'],
  [404, false, '4xx'],
  [404, true, '2xx'],
  [503, false, '5xx'],
])(
  'a status of %s, a success: %s, has the colour that the list of responses gives %s',
  async (status, isSuccess, kind) => {
    const screen = await render(
      <Site>
        <ReplySummary reply={{...reply, status}} durationMs={1} isSuccess={isSuccess} isDemo />
        <i style={{color: `var(--api-status-${kind})`}} />
      </Site>,
    );
    const colourOf = (selector: string) =>
      getComputedStyle(screen.container.querySelector(selector) ?? document.body).color;
    expect(colourOf('header > span')).toBe(colourOf('i'));
  },
);
