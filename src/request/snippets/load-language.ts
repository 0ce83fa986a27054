import type {LanguageId} from './language-names.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Each language in a file of its own: a page loads those that are looked at. */
const load: Record<LanguageId, () => Promise<SnippetLanguage>> = {
  curl: async () => (await import('./curl.ts')).curl,
  javascript: async () => (await import('./javascript.ts')).javascript,
  typescript: async () => (await import('./typescript.ts')).typescript,
  python: async () => (await import('./python.ts')).python,
  go: async () => (await import('./go.ts')).go,
  php: async () => (await import('./php.ts')).php,
  ruby: async () => (await import('./ruby.ts')).ruby,
  java: async () => (await import('./java.ts')).java,
  csharp: async () => (await import('./csharp.ts')).csharp,
  http: async () => (await import('./http.ts')).http,
};

/** Loads what writes code of one language. Rejects when it cannot be fetched. */
export function loadLanguage(id: LanguageId): Promise<SnippetLanguage> {
  return load[id]();
}
