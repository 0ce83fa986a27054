import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from '@docusaurus/types';
import {demoWorkerScript} from './demo-worker.ts';
import {sources} from './source-folders.ts';

type Configuration = Parameters<NonNullable<Plugin['configureWebpack']>>[0];
type BundlerPlugin = Extract<NonNullable<Configuration['plugins']>[number], {apply: (compiler: never) => void}>;

/** What pages need beside them at an address of its own, below the base URL of any site. Nothing loads it unasked. */
const siteFiles: Record<string, () => string> = {
  // A service worker rules over what is beside and below it.
  'mockServiceWorker.js': demoWorkerScript,
  // Where a provider sends a reader back to who has signed in.
  'oauth-callback.html': () => readFileSync(join(sources, 'plugin/oauth-callback.html'), 'utf8'),
};

/** Puts these files beside the pages, in the dev server as in a build, as they are. */
export function siteFilesBundle(): {plugins: BundlerPlugin[]} {
  const name = 'site-files';
  const plugin: BundlerPlugin = {
    apply({webpack, hooks}) {
      hooks.thisCompilation.tap(name, (compilation) => {
        // The last stage: nothing rewrites them any more.
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
        compilation.hooks.processAssets.tap({name, stage}, () => {
          for (const [file, content] of Object.entries(siteFiles)) {
            compilation.emitAsset(file, new webpack.sources.RawSource(content()));
          }
        });
      });
    },
  };
  return {plugins: [plugin]};
}
