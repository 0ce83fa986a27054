import config from '../docusaurus.config.ts';
import {isOtherVersion} from '../src/plugin/api-versions.ts';
import {resolveOptions, type ApiOptions, type PluginOptions} from '../src/plugin/options.ts';

/** What the site's configuration gives the plugin, checked. */
export function pluginOptions(): PluginOptions {
  for (const plugin of config.plugins ?? []) {
    if (!Array.isArray(plugin) || plugin[0] !== './src/plugin/index.ts') continue;
    const options: unknown = plugin[1];
    resolveOptions(options);
    return options as PluginOptions;
  }
  throw new Error('docusaurus.config.ts does not list the plugin ./src/plugin/index.ts, so there is no API.');
}

/** The APIs as the site itself is configured to show them, each in its current version. */
export function configuredApis(): ApiOptions[] {
  return resolveOptions(pluginOptions()).apis.filter((api) => !isOtherVersion(api));
}
