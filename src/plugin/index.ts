import {join} from 'node:path';
import logger from '@docusaurus/logger';
import type {LoadContext, OptionValidationContext, Plugin} from '@docusaurus/types';
import {checkSiteLinks} from './check-site-links.ts';
import {clientBundle} from './client-bundle.ts';
import {dataBundle} from './data-bundle.ts';
import {describeWarnings} from './describe-warnings.ts';
import type {LoadedApi} from './load-apis.ts';
import {createGuideLinks} from './guide-pages.ts';
import {loadContent} from './load-content.ts';
import {writeTwins} from './markdown/write-twins.ts';
import {nestRoutes} from './nest-routes.ts';
import {oneAtATime} from './one-at-a-time.ts';
import {resolveOptions, type PluginOptions, type ResolvedOptions} from './options.ts';
import {addRoutes, buildRoutes} from './routes.ts';
import {siteFilesBundle} from './site-files.ts';
import {seenFromSite, sources} from './source-folders.ts';
import {watchedPaths} from './watched-paths.ts';

/** The reference pages of every API in the options, from its OpenAPI document. */
export default function liveApiDocs(context: LoadContext, options: ResolvedOptions): Plugin<LoadedApi[]> {
  const {siteDir, baseUrl, siteConfig} = context;
  let loaded: LoadedApi[] = [];
  const components = seenFromSite('components', siteDir);
  const load = oneAtATime(async () => (loaded = await loadContent(options, {siteDir, baseUrl})));
  return {
    name: 'live-api-docs',
    getPathsToWatch: () => watchedPaths(options, loaded, siteDir),
    loadContent: load,
    contentLoaded({actions}) {
      actions.setGlobalData({target: options.target, routeBasePath: options.routeBasePath});
    },
    // Only now the addresses of guides are known, which descriptions link to.
    async allContentLoaded({allContent, actions}) {
      const guideLinks = createGuideLinks(allContent);
      const {routeBasePath, guides} = options;
      const routes = buildRoutes(loaded, {baseUrl, routeBasePath, guides, components});
      const nested = routes.map((route) => nestRoutes(route, `${components}/ApiRoot/PagesPart.tsx`));
      await addRoutes(nested, actions, guideLinks.mend);
      guideLinks.report(siteConfig.markdown.hooks.onBrokenMarkdownLinks);
    },
    // Our own site names its style sheet itself; another one gets the colours that the components are built on.
    getClientModules: () => (components.startsWith('@site/') ? [] : [join(sources, 'css/custom.css')]),
    configureWebpack: (_config, isServer) => ({
      ...clientBundle(isServer),
      ...dataBundle(),
      ...(!isServer && siteFilesBundle()),
    }),
    async postBuild(props) {
      await writeTwins(props.content, props, options.routeBasePath);
      const dead = props.content.flatMap((api) => checkSiteLinks(api, props));
      if (dead.length > 0) logger.warn(describeWarnings(dead));
    },
    extendCli(cli) {
      const command = cli.command('generate-openapi').description('Write the types and forms of every API.');
      command.action(async () => {
        await load();
      });
    },
  };
}

/** Checks what docusaurus.config.ts gives the plugin, before anything is loaded. */
export function validateOptions({options}: OptionValidationContext<PluginOptions, ResolvedOptions>): ResolvedOptions {
  return resolveOptions(options);
}
