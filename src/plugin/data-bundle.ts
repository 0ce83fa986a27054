/** The part of a bundler's configuration that says how it reads JSON; Rspack and webpack 5.97 read it alike. */
export interface DataBundle {
  module: {parser: {json: {exportsDepth: number}}};
}

/**
 * How the data of pages is bundled: whole. Without this Rspack remembers for every value of every page whether somebody
 * imports it, which took 10 GB for a thousand pages.
 */
export function dataBundle(): DataBundle {
  return {module: {parser: {json: {exportsDepth: 1}}}};
}
