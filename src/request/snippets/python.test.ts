import {describe, expect, it} from 'vitest';
import type {Json} from '../../model/json.ts';
import {python} from './python.ts';

const post = (body: Json) =>
  python.generate({
    method: 'POST',
    url: 'https://api.example.com/things',
    headers: [['Content-Type', 'application/json']],
    body: {kind: 'text', text: JSON.stringify(body)},
  });

describe('python', () => {
  it('needs one import for a plain GET', () => {
    expect(python.generate({method: 'GET', url: 'https://api.example.com/things', headers: []})).toBe(
      [
        'import requests  # pip install requests',
        '',
        'response = requests.get("https://api.example.com/things")',
        '',
        'print(response.status_code)',
        'print(response.text)',
      ].join('\n'),
    );
  });

  it('holds a JSON body as a dictionary', () => {
    expect(post({email: 'ada@example.com', admin: false, name: null})).toContain(
      ['payload = {', '    "email": "ada@example.com",', '    "admin": False,', '    "name": None,', '}'].join('\n'),
    );
  });

  it.each([1e-5, 1e-7, 5e-324, 1e21, 1.5e300])(
    'holds a number that Python writes differently as text: %d',
    (number) => {
      expect(post({number})).toContain(`data=${JSON.stringify(JSON.stringify({number}))}.encode()`);
    },
  );

  it('knows methods that requests has no function for', () => {
    expect(python.generate({method: 'PURGE', url: 'https://api.example.com/', headers: []})).toContain(
      'requests.request(\n    "PURGE",\n    "https://api.example.com/",\n)',
    );
  });
});
