/** The names that Docusaurus' colour mode and tabs store the reader's choices under. */
export default {type: 'localStorage' as const, namespace: ''};
