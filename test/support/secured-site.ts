import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {makeForeignSite} from './foreign-site.ts';
import {startOAuthServer, type OAuthServer} from './oauth-server.ts';
import {serveStatic} from './static-server.ts';

/** A site about an API with every kind of security scheme, and that API on loopback. */
export interface SecuredSite {
  url: string;
  /** The provider, and the API at `/api`: the first server of the document. */
  api: OAuthServer;
  /** The same API at another origin: the second server. */
  other: OAuthServer;
  close: () => Promise<void>;
}

/** Builds and serves the site. Takes as long as a build does. */
export async function startSecuredSite(): Promise<SecuredSite> {
  const [api, other] = await Promise.all([startOAuthServer(), startOAuthServer()]);
  const site = makeForeignSite([{id: 'vault', spec: 'vault.json'}], {
    colorMode: {respectPrefersColorScheme: true},
  });
  writeFileSync(join(site.folder, 'vault.json'), JSON.stringify(vault(api.url, other.url)));
  await site.build();
  const server = await serveStatic(site.buildFolder);
  return {
    url: server.url,
    api,
    other,
    async close() {
      await Promise.all([server.close(), api.close(), other.close()]);
      site.remove();
    },
  };
}

/** The operation ids are those of the security that they are under. */
function vault(url: string, otherUrl: string): object {
  const scopes = {read: 'Look at things', write: 'Change things'};
  const authorizationUrl = `${url}/authorize`;
  const tokenUrl = `${url}/token`;
  const flows = {
    authorizationCode: {authorizationUrl, tokenUrl, scopes},
    clientCredentials: {tokenUrl, scopes},
    password: {tokenUrl, scopes},
    implicit: {authorizationUrl, scopes},
    deviceAuthorization: {deviceAuthorizationUrl: `${url}/device_authorization`, tokenUrl, scopes},
  };
  const operations: Record<string, object[]> = {
    basic: [{basic: []}],
    bearer: [{bearer: []}],
    keyHeader: [{keyHeader: []}],
    keyQuery: [{keyQuery: []}],
    keyCookie: [{keyCookie: []}],
    digest: [{digest: []}],
    certificate: [{certificate: []}],
    oauth: [{oauth: ['read']}],
    closed: [{closed: ['read']}],
    openId: [{openId: ['read']}],
    either: [{basic: []}, {keyHeader: [], bearer: []}, {}],
  };
  return {
    openapi: '3.1.0',
    info: {title: 'Vault', version: '1'},
    servers: [{url: `${url}/api`}, {url: `${otherUrl}/api`}],
    paths: Object.fromEntries(
      Object.entries(operations).map(([operationId, security]) => [
        `/${operationId}`,
        {get: {operationId, security, responses: {'200': {description: 'Open.'}}}},
      ]),
    ),
    components: {
      securitySchemes: {
        basic: {type: 'http', scheme: 'basic'},
        bearer: {type: 'http', scheme: 'bearer'},
        digest: {type: 'http', scheme: 'digest'},
        keyHeader: {type: 'apiKey', in: 'header', name: 'X-Key'},
        keyQuery: {type: 'apiKey', in: 'query', name: 'key'},
        keyCookie: {type: 'apiKey', in: 'cookie', name: 'sid'},
        certificate: {type: 'mutualTLS'},
        oauth: {type: 'oauth2', flows},
        closed: {type: 'oauth2', flows: {clientCredentials: {tokenUrl: `${url}/closed/token`, scopes}}},
        openId: {type: 'openIdConnect', openIdConnectUrl: `${url}/.well-known/openid-configuration`},
      },
    },
  };
}
