import type {Change} from './change.ts';
import type {PageLink, TocItem} from './page.ts';

/** What a page of an API with versions knows of the other ones. */
export interface PageVersions {
  /** Of this page. */
  label: string;
  /** The label of the current version. */
  current: string;
  /** In the order of the configuration, this page's own among them. */
  versions: VersionLink[];
  /** On an overview: the pages of what changed. */
  changes: PageLink[];
}

interface VersionLink {
  label: string;
  /** The same page of that version where it has one, else its overview. */
  permalink: string;
  /** Whether the link leads to the same page. */
  isSamePage: boolean;
}

/** All that the page of what changed between two versions receives. */
export interface ChangesPageData {
  apiTitle: string;
  /** Labels. */
  older: string;
  newer: string;
  /** Plain text of one sentence, for `<meta name="description">` and the head of the page. */
  summary: string;
  groups: ChangeGroup[];
  toc: TocItem[];
  overview: PageLink;
}

/** A change with the address of its place on the page of the version that has it. */
type PlacedChange = Omit<Change, 'operation'> & {permalink: string};

/** The changes of one operation or webhook, or those of the whole API. */
export interface ChangeGroup {
  /** Unique on the page. */
  id: string;
  title: string;
  method: string;
  /** The path of an operation, the name of a webhook. */
  path: string;
  /** Its page: in the older version where it was removed. */
  permalink: string;
  changes: PlacedChange[];
}
