import type {Json} from '../../model/json.ts';
import type {ParameterLocation, ParameterStyle} from '../../model/operation.ts';

const styles: ParameterStyle[] = ['matrix', 'label', 'simple', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** How parameters are written when the document does not say (OpenAPI 3.1, Parameter Object, `style`). */
export const defaultStyles: Record<ParameterLocation, ParameterStyle> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** The style that a document names. `cookie` is what OpenAPI 3.2 calls `form` in a cookie header. */
export function toStyle(value: Json | undefined): ParameterStyle | undefined {
  return value === 'cookie' ? 'form' : styles.find((known) => known === value);
}
