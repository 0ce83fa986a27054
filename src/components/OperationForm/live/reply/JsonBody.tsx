import {useEffect, useMemo, useState, type ReactNode} from 'react';
import type {ReplyProblem} from '../../../../form/check-reply.ts';
import type {JsonIndex} from '../../../../form/json-text/index-json.ts';
import {nodeAtName, nodeAtOffset} from '../../../../form/json-text/json-places.ts';
import {indentedLines, lineText} from '../../../../form/json-text/json-rows.ts';
import {runJob} from '../worker/run-job.ts';
import JsonTree from './JsonTree.tsx';
import styles from './Reply.module.css';
import SearchBox from './SearchBox.tsx';
import Tabs from './Tabs.tsx';
import TextBody from './TextBody.tsx';
import TextRows from './TextRows.tsx';
import {useSearch} from './use-search.ts';

interface JsonBodyProps {
  text: string;
  label: string;
  problems?: readonly ReplyProblem[] | undefined;
  /** The place of a problem to go to; a new object each time. */
  jump?: {name: string} | undefined;
}

/** A body of JSON: as a tree and as indented text, to search, with the places marked that are not as documented. */
export default function JsonBody(props: JsonBodyProps): ReactNode {
  const {text, label} = props;
  const [found, setFound] = useState<{text: string; index: JsonIndex | undefined}>();
  useEffect(() => {
    let isWanted = true;
    void runJob('index', {text}, text.length).then((index) => {
      if (isWanted) setFound({text, index});
    });
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (found?.text !== text) return <p className={styles.count}>Reading the body …</p>;
  return found.index === undefined ? (
    <TextBody text={text} label={label} />
  ) : (
    <IndexedBody {...props} index={found.index} />
  );
}

const none: readonly ReplyProblem[] = [];

function IndexedBody({text, index, label, problems = none, jump}: JsonBodyProps & {index: JsonIndex}): ReactNode {
  const search = useSearch(text);
  const {offset} = search;
  const notes = useMemo(() => notesOf(text, index, problems), [text, index, problems]);
  const reveal = useMemo(
    () => (offset === undefined ? undefined : {node: nodeAtOffset(index, offset), takesFocus: false}),
    [index, offset],
  );
  const [target, setTarget] = useState(reveal);
  const [seen, setSeen] = useState({reveal, jump});
  if (seen.reveal !== reveal || seen.jump !== jump) {
    setSeen({reveal, jump});
    if (seen.jump !== jump && jump !== undefined) {
      setTarget({node: nodeAtName(text, index, jump.name), takesFocus: true});
    } else if (reveal !== undefined) {
      setTarget(reveal);
    }
  }
  const shared = {text, index, label, notes, wanted: search.wanted, reveal: target};
  return (
    <>
      <SearchBox search={search} />
      <Tabs
        label="Views of the body"
        tabs={[
          {name: 'Tree', content: () => <JsonTree {...shared} />},
          {name: 'Raw', content: () => <JsonLines {...shared} />},
        ]}
      />
    </>
  );
}

interface JsonLinesProps {
  text: string;
  index: JsonIndex;
  label: string;
  notes: ReadonlyMap<number, string>;
  wanted: string;
  reveal: {node: number} | undefined;
}

/** The text, indented; every name and value with the characters that came. */
function JsonLines({text, index, label, notes, wanted, reveal}: JsonLinesProps): ReactNode {
  const lines = useMemo(() => indentedLines(index), [index]);
  const lineOf = (row: number) => lines[row] ?? 0;
  return (
    <TextRows
      label={label}
      count={lines.length}
      textOf={(row) => lineText(text, index, lineOf(row))}
      indentOf={(row) => index.depth[lineOf(row) < 0 ? -1 - lineOf(row) : lineOf(row)] ?? 0}
      noteOf={(row) => notes.get(lineOf(row))}
      wanted={wanted}
      reveal={reveal === undefined ? undefined : lines.indexOf(reveal.node)}
    />
  );
}

/** The sentences about each place. What is about the whole stands at the whole. */
function notesOf(text: string, index: JsonIndex, problems: readonly ReplyProblem[]): Map<number, string> {
  const notes = new Map<number, string>();
  for (const {name, message, isInBody} of problems) {
    if (isInBody !== true) continue;
    const node = nodeAtName(text, index, name);
    const before = notes.get(node);
    notes.set(node, before === undefined ? message : `${before} ${message}`);
  }
  return notes;
}
