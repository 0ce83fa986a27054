import {join} from 'node:path';
import logger from '@docusaurus/logger';
import type {AllContent, LoadContext, OptionValidationContext, Plugin} from '@docusaurus/types';
import {checkSiteLinks} from './check-site-links.ts';
import {clientBundle} from './client-bundle.ts';
import {dataBundle} from './data-bundle.ts';
import {describeWarnings} from './describe-warnings.ts';
import type {LoadedApi} from './load-apis.ts';
import {createGuideLinks} from './guide-pages.ts';
import {easeLargeBuild} from './large-build.ts';
import {generateLater, loadContent, tellLater} from './load-content.ts';
import {makeTwins, writeTwins} from './markdown/write-twins.ts';
import {nestRoutes} from './nest-routes.ts';
import {oneAtATime} from './one-at-a-time.ts';
import {resolveOptions, type PluginOptions, type ResolvedOptions} from './options.ts';
import {createPageMemory, noMemory} from './page-memory.ts';
import {addRoutes, buildRoutes} from './routes.ts';
import {siteFilesBundle} from './site-files.ts';
import {seenFromSite, sources} from './source-folders.ts';
import {watchedPaths} from './watched-paths.ts';
import {whenQuiet} from './when-quiet.ts';

/** The reference pages of every API in the options, from its OpenAPI document. */
export default function liveApiDocs(context: LoadContext, options: ResolvedOptions): Plugin<LoadedApi[]> {
  const {siteDir, baseUrl, siteConfig} = context;
  let loaded: LoadedApi[] = [];
  let content: AllContent = {};
  let twins: Promise<Map<string, string>> | undefined;
  let dataFiles: ReadonlySet<string> = new Set();
  // A build makes each page once, and nobody waits for the first of them.
  const isBuild = process.env['NODE_ENV'] === 'production';
  const memory = isBuild ? noMemory : createPageMemory();
  const components = seenFromSite('components', siteDir);
  const site = {siteDir, baseUrl};
  const inTurn = oneAtATime();
  let begun = 0;
  const load = (isHurried: boolean): Promise<LoadedApi[]> => {
    begun += 1;
    finish.cancel();
    return inTurn(async () => (loaded = await loadContent(options, site, {isHurried, previous: loaded})));
  };
  const finish = whenQuiet(async () => {
    const before = begun;
    // A save that comes meanwhile goes first, and is finished in its turn.
    const isCurrent = (): boolean => begun === before;
    await tellLater(loaded, options, site, isCurrent);
    if (isCurrent()) await inTurn(() => generateLater(loaded, site));
  });
  return {
    name: 'live-api-docs',
    getPathsToWatch: () => watchedPaths(options, loaded, siteDir),
    loadContent: async () => withoutDetails(await load(!isBuild)),
    contentLoaded({actions}) {
      actions.setGlobalData({target: options.target, routeBasePath: options.routeBasePath});
    },
    // Only now the addresses of guides are known, which descriptions link to.
    async allContentLoaded({allContent, actions}) {
      content = allContent;
      const guideLinks = createGuideLinks(allContent);
      const {routeBasePath, guides} = options;
      const routes = buildRoutes(loaded, {baseUrl, routeBasePath, guides, components, memory});
      const nested = routes.map((route) => nestRoutes(route, `${components}/ApiRoot/PagesPart.tsx`));
      dataFiles = await addRoutes(nested, actions, guideLinks.mend);
      if (isBuild) easeLargeBuild(dataFiles.size);
      guideLinks.report(siteConfig.markdown.hooks.onBrokenMarkdownLinks);
      finish.soon();
    },
    // Our own site names its style sheet itself; another one gets the colours that the components are built on.
    getClientModules: () => (components.startsWith('@site/') ? [] : [join(sources, 'css/custom.css')]),
    configureWebpack(_config, isServer) {
      // Only a build bundles for the server. The bundler leaves time for it: most of its work is not JavaScript.
      if (isServer) twins ??= makeTwins(loaded, content, context, options.routeBasePath);
      // Whoever waits for it below is told.
      twins?.catch(() => undefined);
      return {...clientBundle(isServer), ...dataBundle(isServer, dataFiles), ...(!isServer && siteFilesBundle())};
    },
    async postBuild(props) {
      if (twins !== undefined) await writeTwins(await twins, props.outDir);
      const dead = props.content.flatMap((api) => checkSiteLinks(api, props));
      if (dead.length > 0) logger.warn(describeWarnings(dead));
    },
    extendCli(cli) {
      const command = cli.command('generate-openapi').description('Write the types and forms of every API.');
      command.action(async () => {
        await load(false);
      });
    },
  };
}

/**
 * Under `npm start` Docusaurus bundles what every plugin has loaded, as JSON, for its debug pages. Of GitHub's document that
 * was a module of 40 MB, which took longer than all the rest: the debug pages are told the names only.
 */
function withoutDetails(apis: LoadedApi[]): LoadedApi[] {
  const toJSON = (): object[] => apis.map(({api: {id, title, version}, folder}) => ({id, title, version, folder}));
  return Object.defineProperty([...apis], 'toJSON', {value: toJSON});
}

/** Checks what docusaurus.config.ts gives the plugin, before anything is loaded. */
export function validateOptions({options}: OptionValidationContext<PluginOptions, ResolvedOptions>): ResolvedOptions {
  return resolveOptions(options);
}
