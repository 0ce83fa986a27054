import type {Api} from '../../model/operation.ts';
import {pageOf, type DocumentLinks} from '../prose/document-links.ts';
import {linkedFile} from '../prose/guide-links.ts';
import {createDocumentLinks, type SiteLinks} from '../site-links.ts';
import type {ResolveLink} from './prose-markdown.ts';

/** The addresses that Markdown twins name. All of them absolute, for a twin is read far from its site. */
export interface TwinLinks {
  /** Of a page, by its path with the base URL. */
  page: (path: string) => string;
  /** Of the twin of a page. */
  twin: (path: string) => string;
  /** Where links in a text on a page lead: the twin of a page that has one. `api`: whose document the text is from. */
  resolver: (path: string, api?: Api) => ResolveLink;
}

/** Where a site is: its origin (`https://docs.example.com`), its base URL, and the paths of the pages with a twin. */
export interface TwinSite {
  url: string;
  baseUrl: string;
  links: SiteLinks;
  pages: ReadonlySet<string>;
  /** Where the document of an API lies, and the page of a guide by its file, both from the site's folder. */
  files?: {folderOf: (api: Api) => string; pageOf: (file: string) => string | undefined};
}

/** The path of a page's twin: `/reference/doordeck` → `/reference/doordeck.md`; the home page's is `index.md`. */
export function twinPath(path: string, baseUrl: string): string {
  return path === baseUrl ? `${path}index.md` : `${path.replace(/\/$/, '')}.md`;
}

/** Makes the addresses of a site. Pure. */
export function createTwinLinks({url, baseUrl, links, pages, files}: TwinSite): TwinLinks {
  const origin = new URL(url).origin;
  const page = (path: string): string => `${origin}${path}`;
  const twin = (path: string): string => `${origin}${twinPath(path, baseUrl)}`;
  /** The page that a path means: with the base URL or without, as guides write it, and with what hosts put behind it. */
  const findPage = (path: string): string | undefined => {
    const bare = path.replace(/\.html$|\/$/, '');
    const candidates = [bare, `${bare}/`];
    return [...candidates, ...candidates.map((candidate) => `${baseUrl}${candidate.slice(1)}`)].find((candidate) =>
      pages.has(candidate),
    );
  };
  // Every page asks for them, and they name every page.
  const known = new Map<Api, DocumentLinks>();
  const linksOf = (api: Api): DocumentLinks => {
    const made = known.get(api) ?? createDocumentLinks(api, links, files?.folderOf(api));
    known.set(api, made);
    return made;
  };
  return {
    page,
    twin,
    resolver: (path, api) => {
      const documentLinks = api && linksOf(api);
      return (href) => {
        const target = documentLinks && pageOf(href, documentLinks);
        if (target === null) return null;
        if (target !== undefined) return twin(target);
        const linked = documentLinks && linkedFile(href, documentLinks);
        if (linked !== undefined) {
          const guide = files?.pageOf(linked.file);
          return guide === undefined ? null : `${twin(guide)}${linked.rest}`;
        }
        const given = href.replace(/^pathname:\/\//, '');
        if (given.startsWith('#') || !URL.canParse(given, page(path))) return href;
        const {origin: site, pathname, search, hash} = new URL(given, page(path));
        if (site !== origin) return href;
        const found = findPage(pathname);
        if (found !== undefined) return `${twin(found)}${search}${hash}`;
        const isBelowBase = pathname.startsWith(baseUrl) || !given.startsWith('/');
        return `${page(isBelowBase ? pathname : `${baseUrl}${pathname.slice(1)}`)}${search}${hash}`;
      };
    },
  };
}
