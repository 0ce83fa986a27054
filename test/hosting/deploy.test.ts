import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {copyProject, type ProjectCopy} from '../guides/project-copy.ts';
import {guideExamples} from '../guides/guide-blocks.ts';
import {launchBrowser, recordComplaints} from '../support/browser.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {FormPage} from '../support/form-page.ts';
import {findNginx, startNginx, type Nginx} from './nginx.ts';
import {docusaurusCommand} from '../support/docusaurus-command.ts';

/** The configurations of the guide "Deploy" serve the built site, to Chromium, with the policy that it gives. */

const nginx = findNginx();

if (nginx === undefined && process.env['CI'] === 'true') {
  throw new Error('Under CI nginx must be there; scripts/ensure-runtimes.ts installs it.');
}

describe.skipIf(nginx === undefined)(nginx === undefined ? 'nginx, which is missing here' : 'nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
  let browser: Browser;
  let server: Nginx;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, {recursive: true});
  });

  describe('at the root of a host', () => {
    beforeAll(async () => {
      const root = resolve('build');
      server = await startNginx(nginx ?? '', configuration('docs.conf'), {
        '/var/www/docs;': `${root};`,
        '/etc/nginx/docs-policy.conf': writePolicy(root),
      });
    });

    afterAll(() => server.close());

    it('answers an address with and without a slash, and what is not there with 404', async () => {
      for (const path of ['/', '/docs/deploy', '/docs/deploy/', '/reference/doordeck/register', '/docs/deploy?a=b']) {
        const reply = await fetch(server.url + path, {redirect: 'manual'});
        expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
          path,
          200,
          'text/html; charset=utf-8',
        ]);
      }
      const missing = await fetch(`${server.url}/docs/nothing`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('Live API Docs');
      expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
    });

    it('lets pages be asked for again and assets be kept', async () => {
      const page = await fetch(`${server.url}/docs/deploy`);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const script = /\/assets\/js\/main\.[^" >]*\.js/.exec(await page.text())?.[0] ?? '';
      const asset = await fetch(server.url + script);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const again = await fetch(`${server.url}/docs/deploy`, {
        headers: {'If-None-Match': page.headers.get('etag')?.replace(/^(?!W\/)/, 'W/') ?? ''},
      });
      expect(again.status).toBe(304);
    });

    it('compresses pages, scripts, Markdown and documents', async () => {
      const page = await (await fetch(`${server.url}/docs/deploy`)).text();
      const script = /\/assets\/js\/main\.[^" >]*\.js/.exec(page)?.[0] ?? '';
      for (const path of [
        '/docs/deploy',
        script,
        '/docs/deploy.md',
        '/openapi/doordeck.yaml',
        '/openapi/doordeck.json',
      ]) {
        const reply = await fetch(server.url + path, {headers: {'Accept-Encoding': 'gzip'}});
        expect([path, reply.headers.get('content-encoding')]).toEqual([path, 'gzip']);
      }
    });

    it('names the types of Markdown and of documents', async () => {
      expect((await fetch(`${server.url}/docs/deploy.md`)).headers.get('content-type')).toMatch(/^text\/markdown/);
      expect((await fetch(`${server.url}/openapi/doordeck.yaml`)).headers.get('content-type')).toMatch(
        /^application\/yaml/,
      );
    });

    it('has a policy that nothing on the pages violates', {timeout: 120_000}, async () => {
      const page = await browser.newPage();
      const complaints = recordComplaints(page);
      await useTheSite(page, server.url);

      await page.getByLabel('Show demo calls in the browser’s network panel').check();
      await expect.poll(() => page.getByText(/are answered by the demo/).count()).toBe(1);
      const login = new FormPage(page, 'doordeck/login');
      expect(await login.send()).toBe('200');
      await page.getByLabel('Show demo calls in the browser’s network panel').uncheck();

      const demo = await startDemoApi();
      await login.sendTo(demo.urlOf('doordeck'));
      await login.submit.click();
      await login.confirm();
      expect(await login.status()).toBe('200');
      expect(complaints).toEqual([]);
      await page.close();
      await demo.close();
    });

    it('does not run a script that the build has not put there', async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}/docs/deploy`);
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "ran"';
        document.head.append(script);
        return document.title === 'ran';
      });
      expect(ran).toBe(false);
      await page.close();
    });
  });

  describe('below a path', () => {
    let project: ProjectCopy;

    beforeAll(async () => {
      project = copyProject();
      cpSync('docs', join(project.folder, 'docs'), {recursive: true});
      execFileSync(process.execPath, [...docusaurusCommand, 'build'], {
        cwd: project.folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          DOCS_URL: 'https://www.example.com',
          DOCS_BASE_URL: '/docs-site/',
          DOCS_TARGET: undefined,
        },
      });
      const root = join(folder, 'www');
      cpSync(join(project.folder, 'build'), join(root, 'docs-site'), {recursive: true});
      server = await startNginx(nginx ?? '', configuration('docs-site.conf'), {
        '/var/www;': `${root};`,
        '/etc/nginx/docs-policy.conf': writePolicy(join(root, 'docs-site')),
      });
    }, 300_000);

    afterAll(async () => {
      await server.close();
      project.remove();
    });

    it('answers there, and nowhere else', async () => {
      for (const path of ['/docs-site/', '/docs-site/docs/deploy', '/docs-site/docs/deploy/']) {
        expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
      }
      const missing = await fetch(`${server.url}/docs-site/nothing`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('Live API Docs');
      expect((await fetch(`${server.url}/docs/deploy`)).status).toBe(404);
    });

    it('keeps assets, and has a policy that nothing on the pages violates', {timeout: 120_000}, async () => {
      const html = await (await fetch(`${server.url}/docs-site/docs/deploy`)).text();
      const script = /\/docs-site\/assets\/js\/main\.[^" >]*\.js/.exec(html)?.[0] ?? '';
      expect((await fetch(server.url + script)).headers.get('cache-control')).toContain('immutable');
      const page = await browser.newPage();
      const complaints = recordComplaints(page);
      await useTheSite(page, `${server.url}/docs-site`);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  function writePolicy(root: string): string {
    const policy = execFileSync(
      process.execPath,
      ['node_modules/.bin/tsx', 'scripts/content-security-policy.ts', root],
      {
        encoding: 'utf8',
      },
    );
    const file = join(folder, 'policy.conf');
    writeFileSync(`${file}.new`, `add_header Content-Security-Policy "${policy.trim()}" always;\n`);
    renameSync(`${file}.new`, file);
    return file;
  }
});

function configuration(title: string): string {
  const found = guideExamples().find((example) => example.guide === 'deploy.mdx' && example.title === title);
  if (found === undefined) throw new Error(`docs/deploy.mdx has no example ${title}.`);
  return found.code;
}

/** Looks at a page of each kind in light and dark, and sends a call to the demo. It ends on the page of the login. */
async function useTheSite(page: Page, siteUrl: string): Promise<void> {
  for (const path of ['/', '/docs/start-here', '/docs/embed-a-form', '/reference/doordeck', '/reference/coindroids']) {
    await page.goto(siteUrl + path, {waitUntil: 'networkidle'});
  }
  await page.emulateMedia({colorScheme: 'dark'});
  await page.goto(`${siteUrl}/reference/doordeck/login`, {waitUntil: 'networkidle'});
  const login = new FormPage(page, 'doordeck/login');
  await page.getByRole('button', {name: 'An existing account'}).click();
  expect(await login.send()).toBe('200');
  await expect.poll(() => login.result.innerText()).toContain('Matches the documented schema.');
}
