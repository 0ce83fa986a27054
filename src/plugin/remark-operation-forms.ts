import type {PluginOptions} from './options.ts';

export function remarkOperationForms(_options: PluginOptions) {
  return (): void => undefined;
}
