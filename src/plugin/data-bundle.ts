/** The part of a bundler's configuration that says what becomes of JSON; Rspack and webpack 5.97 read it alike. */
export interface DataBundle {
  module: {parser: {json: {exportsDepth: number}}};
  externals?: External[];
}

/** Answers with how a module is had from outside the bundle, or with nothing where it belongs in it. */
type External = ({request}: {request?: string}, answer: (error?: Error, external?: string) => void) => void;

/**
 * How the data of pages is bundled: for browsers each file whole, in a chunk of its own. Without this Rspack remembers for
 * every value of every page whether somebody imports it, which took 10 GB for a thousand pages.
 *
 * What renders the pages reads the files where they are. Their copies in the server bundle are thrown away with it, and took
 * a third of the memory and a fifth of the time of bundling GitHub's reference.
 *
 * @param files the absolute paths of these files
 */
export function dataBundle(isServer: boolean, files: ReadonlySet<string>): DataBundle {
  const external: External = ({request}, answer) => {
    if (request !== undefined && files.has(request)) answer(undefined, `commonjs ${request}`);
    else answer();
  };
  return {module: {parser: {json: {exportsDepth: 1}}}, ...(isServer && {externals: [external]})};
}
