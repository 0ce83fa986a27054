import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import {checkSiteLinks} from './check-site-links.ts';
import {loadApis} from './load-apis.ts';
import {resolveOptions} from './options.ts';
import {createSiteLinks} from './site-links.ts';

it('names the links of descriptions that begin with a slash and lead to nothing that was built, and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-links-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  mkdirSync(join(folder, 'build/files'), {recursive: true});
  writeFileSync(join(folder, 'build/files/a b.pdf'), '');
  const description =
    '[page](/base/guide), [slash](/base/guide/?a=1#b), [file](/base/files/a%20b.pdf), [web](https://x.test/y), ' +
    '[none](/rest/webhooks#a), [odd](/base/100%), [within](/guide), [outside](/other), [other host](//x.test/guide), [below](#a).';
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({openapi: '3.1.0', info: {title: 'T', version: '1', description}, paths: {}}, undefined, 1),
  );
  const {apis} = resolveOptions({apis: [{id: 'a', spec: 'a.json'}]});
  const [loaded] = await loadApis(apis, folder, createSiteLinks('/base/', 'reference'));
  const site = {baseUrl: '/base/', outDir: join(folder, 'build'), routesPaths: ['/base/', '/base/guide']};
  const problems = loaded === undefined ? [] : checkSiteLinks(loaded, site);
  expect(problems.map(({message}) => /"(.*)"/.exec(message)?.[1])).toEqual([
    '/rest/webhooks#a',
    '/base/100%',
    '/other',
  ]);
  expect(problems.map(({severity, pointer}) => [severity, pointer])).toEqual(
    Array.from({length: 3}, () => ['warning', '#/info/description']),
  );
});
