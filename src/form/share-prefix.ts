/** How the fragment of a link to a request begins, with the version of what follows. */
export const sharePrefix = '#try=1.';
