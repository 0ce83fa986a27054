import config from '../docusaurus.config.ts';
import {isOtherVersion} from '../src/plugin/api-versions.ts';
import {resolveOptions, type ApiOptions} from '../src/plugin/options.ts';

/** The APIs as the site itself is configured to show them, each in its current version. */
export function configuredApis(): ApiOptions[] {
  for (const plugin of config.plugins ?? []) {
    if (Array.isArray(plugin) && plugin[0] === './src/plugin/index.ts') {
      return resolveOptions(plugin[1]).apis.filter((api) => !isOtherVersion(api));
    }
  }
  throw new Error('docusaurus.config.ts does not list the plugin ./src/plugin/index.ts, so there is no API.');
}
