import {expect, it} from 'vitest';
import {http} from './http.ts';

it('writes the message with the host and the length of the body in bytes', () => {
  const message = http.generate({
    method: 'POST',
    url: 'https://user@api.example.com:8443?a=%20',
    headers: [
      ['Content-Type', 'text/plain'],
      ['X-Empty', ''],
    ],
    body: {kind: 'text', text: 'é😀'},
  });
  expect(message.split('\n')).toEqual([
    'POST /?a=%20 HTTP/1.1',
    'Host: api.example.com:8443',
    'Content-Type: text/plain',
    'X-Empty:',
    'Content-Length: 6',
    '',
    'é😀',
  ]);
});

it.each([
  ['GET', []],
  ['DELETE', []],
  ['POST', ['Content-Length: 0']],
])('says that there is no body where one is expected: %s', (method, lines) => {
  const message = http.generate({method, url: 'https://api.example.com/', headers: []});
  expect(message.split('\n')).toEqual([`${method} / HTTP/1.1`, 'Host: api.example.com', ...lines, '', '']);
});
