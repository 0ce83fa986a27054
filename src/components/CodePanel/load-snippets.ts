export {exampleSnippets} from './example-snippets.ts';
export {toSnippetHtml} from './snippet-html.ts';
