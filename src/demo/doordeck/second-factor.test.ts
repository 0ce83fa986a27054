import {X509Certificate, generateKeyPairSync, sign} from 'node:crypto';
import {expect, it} from 'vitest';
import {validateHttpRequest} from '../../form/validate-http-request.ts';
import {loadApi} from '../../plugin/load-api.ts';
import {createDemo} from '../index.ts';

const {operations} = await loadApi({id: 'doordeck', spec: 'openapi/doordeck.yaml'}, process.cwd());

it.each(['EMAIL', 'TELEPHONE', 'SMS'])(
  'certifies a key after a code by %s, signed with the real key',
  async (method) => {
    const demo = createDemo({apiId: 'doordeck', operations, validate: validateHttpRequest, latency: () => 0});
    let token = '';
    const send = (path: string, body: object): Promise<Response> =>
      demo.handle(
        new Request(`https://api.doordeck.com${path}`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`},
          body: JSON.stringify(body),
        }),
      );
    const registered = await send('/auth/register', {email: 'ada@example.com', password: 'x'});
    token = ((await registered.json()) as {authToken: string}).authToken;
    const {publicKey, privateKey} = generateKeyPairSync('ed25519');
    const ephemeralKey = publicKey.export({format: 'der', type: 'spki'}).toString('base64');

    expect((await send('/auth/certificate', {ephemeralKey})).status).toBe(423);
    expect((await send('/auth/certificate/check', {verificationSignature: `${'A'.repeat(86)}==`})).status).toBe(423);
    expect((await send(`/auth/certificate/verify?method=${method}`, {ephemeralKey})).status).toBe(204);
    const signed = (text: string): object => ({
      verificationSignature: sign(null, Buffer.from(text), privateKey).toString('base64'),
    });
    expect((await send('/auth/certificate/check', signed('another code'))).status).toBe(403);
    const checked = await send('/auth/certificate/check', signed(demo.mailbox()[0]?.code ?? ''));
    expect(checked.status).toBe(200);

    const {certificateChain, userId} = (await checked.json()) as {certificateChain: string[]; userId: string};
    const [leaf, authority] = certificateChain.map((text) => new X509Certificate(Buffer.from(text, 'base64')));
    expect(leaf?.subject).toBe(`CN=${userId}`);
    expect(leaf?.publicKey.equals(publicKey)).toBe(true);
    expect(authority && leaf?.verify(authority.publicKey)).toBe(true);
    expect((await send('/auth/certificate', {ephemeralKey})).status).toBe(200);
  },
);
