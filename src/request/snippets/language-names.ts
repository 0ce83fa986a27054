/** Stable: the value of the language tab. */
export type LanguageId =
  'curl' | 'javascript' | 'typescript' | 'python' | 'go' | 'php' | 'ruby' | 'java' | 'csharp' | 'http';

/** What a page needs to know of a language before it writes any. */
export interface LanguageName {
  language: LanguageId;
  /** For the tab. */
  label: string;
  /** As Prism and Markdown fences call it. */
  grammar: string;
  /** Above the code: where it goes. */
  title: string;
}

/** The languages of the snippets, in the order of the tabs. */
export const languageNames = {
  curl: {language: 'curl', label: 'curl', grammar: 'bash', title: 'Terminal'},
  javascript: {language: 'javascript', label: 'JavaScript', grammar: 'javascript', title: 'request.mjs'},
  typescript: {language: 'typescript', label: 'TypeScript', grammar: 'typescript', title: 'request.ts'},
  python: {language: 'python', label: 'Python', grammar: 'python', title: 'request.py'},
  go: {language: 'go', label: 'Go', grammar: 'go', title: 'request.go'},
  php: {language: 'php', label: 'PHP', grammar: 'php', title: 'request.php'},
  ruby: {language: 'ruby', label: 'Ruby', grammar: 'ruby', title: 'request.rb'},
  java: {language: 'java', label: 'Java', grammar: 'java', title: 'Request.java'},
  csharp: {language: 'csharp', label: 'C#', grammar: 'csharp', title: 'Program.cs'},
  http: {language: 'http', label: 'HTTP', grammar: 'http', title: 'HTTP/1.1'},
} satisfies Record<LanguageId, LanguageName>;
