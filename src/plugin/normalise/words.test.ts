import {describe, expect, it} from 'vitest';
import {makeUnique, toKebabCase, toPascalCase, toSentence} from './words.ts';

describe('words of a name', () => {
  it.each([
    ['retryWithForce', 'Retry with force', 'retry-with-force', 'RetryWithForce'],
    ['getUserDetails', 'Get user details', 'get-user-details', 'GetUserDetails'],
    ['get_user', 'Get user', 'get-user', 'GetUser'],
    ['repos/get-content', 'Repos get content', 'repos-get-content', 'ReposGetContent'],
    ['getURLFor', 'Get URL for', 'get-url-for', 'GetURLFor'],
    ['GET', 'GET', 'get', 'GET'],
    ['v2Login', 'V2 login', 'v2-login', 'V2Login'],
    ['größeÄndern', 'Größe ändern', 'gro-e-andern', 'GroEAndern'],
    ['../../etc/passwd', 'Etc passwd', 'etc-passwd', 'EtcPasswd'],
    ['登録', '登録', '', ''],
    ['', '', '', ''],
  ])('%s', (name, sentence, kebab, pascal) => {
    expect([toSentence(name), toKebabCase(name), toPascalCase(name)]).toEqual([sentence, kebab, pascal]);
  });
});

describe('makeUnique', () => {
  it('counts up from 2, and past what is taken', () => {
    const taken = new Set(['a-2']);
    expect(['a', 'a', 'a', 'b'].map((name) => makeUnique(name, taken))).toEqual(['a', 'a-3', 'a-4', 'b']);
  });
});
