import type {Json} from '../../model/json.ts';
import type {ParameterLocation, ParameterStyle} from '../../model/operation.ts';

const styles: ParameterStyle[] = [
  'matrix',
  'label',
  'simple',
  'form',
  'cookie',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
];

/** How parameters are written when the document does not say (OpenAPI 3.1, Parameter Object, `style`). */
export const defaultStyles: Record<ParameterLocation, ParameterStyle> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** The style that a document names. */
export function toStyle(value: Json | undefined): ParameterStyle | undefined {
  return styles.find((known) => known === value);
}
