import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../../test/fixtures/operation.ts';
import {emptyValues} from '../../model/values.ts';
import {buildSnippets, snippetLanguages} from './index.ts';

const login = operation({
  method: 'POST',
  requestBody: {
    required: true,
    content: [mediaType('application/json', {schema: {properties: {password: {format: 'password'}}}})],
  },
  security: [{bearer: []}],
  securitySchemes: {bearer: {type: 'http', scheme: 'bearer'}},
});
const values = {...emptyValues(), body: {email: 'ada@example.com', password: 'correct-horse'}};
const options = {server: 'https://api.example.com', credentials: {bearer: 'secret-token'}};

describe('buildSnippets', () => {
  it('writes every language, each with an id of its own', () => {
    const snippets = buildSnippets(login, values, options);
    expect(snippets.map(({language}) => language)).toEqual([
      'curl',
      'javascript',
      'typescript',
      'python',
      'go',
      'php',
      'ruby',
      'java',
      'csharp',
      'http',
    ]);
    expect(snippets.map(({label, grammar}) => [label, grammar])).toEqual(
      snippetLanguages.map(({label, grammar}) => [label, grammar]),
    );
  });

  it.each(snippetLanguages.map(({language}) => language))(
    'shows placeholders for secrets until they are revealed: %s',
    (language) => {
      const code = (reveal?: boolean) =>
        buildSnippets(login, values, {...options, reveal}).find((one) => one.language === language)?.code;
      expect(code()).toMatch(
        /YOUR_TOKEN[^]*ada@example\.com[^]*YOUR_PASSWORD|ada@example\.com[^]*YOUR_PASSWORD[^]*YOUR_TOKEN/,
      );
      expect(code()).not.toMatch(/correct-horse|secret-token/);
      expect(code(true)).toMatch(/correct-horse/);
      expect(code(true)).toMatch(/secret-token/);
      expect(code(true)).not.toMatch(/YOUR_/);
    },
  );

  it('shows where a credential belongs that the reader does not have yet', () => {
    for (const {code} of buildSnippets(login, values, {server: options.server, reveal: true})) {
      expect(code).toContain('Bearer YOUR_TOKEN');
    }
  });

  it.each(snippetLanguages.map(({language}) => language).filter((language) => language !== 'http'))(
    'writes user name and password of HTTP basic as such, unless that would send something else: %s',
    (language) => {
      const basic = operation({security: [{own: []}], securitySchemes: {own: {type: 'http', scheme: 'basic'}}});
      const codeOf = (own: string) =>
        buildSnippets(basic, emptyValues(), {server: options.server, credentials: {own}, reveal: true}).find(
          (one) => one.language === language,
        )?.code;
      expect(codeOf('')).toMatch(/YOUR_USERNAME[^]*YOUR_PASSWORD/);
      expect(codeOf('ada:a:b')).toMatch(/ada[^]*a:b/);
      for (const code of [codeOf(''), codeOf('ada:a:b')]) expect(code).not.toMatch(/Basic \w{6}/);
      expect(codeOf('ada:a\nb')).toContain(`Basic ${btoa('ada:a\nb')}`);
    },
  );

  it('does not stumble over a relative server', () => {
    expect(buildSnippets(login, values, {server: '/v1/'}).map(({code}) => code.includes('/v1/things'))).not.toContain(
      false,
    );
  });
});
