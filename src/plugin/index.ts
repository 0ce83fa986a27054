import type {LoadContext, OptionValidationContext, Plugin} from '@docusaurus/types';
import {loadApis, type LoadedApi} from './load-apis.ts';
import {resolveOptions, type PluginOptions, type ResolvedOptions} from './options.ts';
import {addRoutes, buildRoutes} from './routes.ts';

/** The reference pages of every API in the options, from its OpenAPI document. */
export default function liveApiDocs(context: LoadContext, options: ResolvedOptions): Plugin<LoadedApi[]> {
  const {siteDir, baseUrl} = context;
  return {
    name: 'live-api-docs',
    loadContent: () => loadApis(options.apis, siteDir),
    async contentLoaded({content, actions}) {
      const apis = content.map(({api}) => api);
      await addRoutes(buildRoutes(apis, {baseUrl, routeBasePath: options.routeBasePath}), actions);
      actions.setGlobalData({target: options.target});
    },
  };
}

/** Checks what docusaurus.config.ts gives the plugin, before anything is loaded. */
export function validateOptions({options}: OptionValidationContext<PluginOptions, ResolvedOptions>): ResolvedOptions {
  return resolveOptions(options);
}
