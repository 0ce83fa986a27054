import {useEffect, useId, useMemo, useState, type KeyboardEvent, type ReactNode} from 'react';
import type {JsonIndex} from '../../../../form/json-text/index-json.ts';
import {kindOf, nameOf, pointerOf} from '../../../../form/json-text/json-places.ts';
import {openAtFirst, visibleRows} from '../../../../form/json-text/json-rows.ts';
import CopyButton from '../CopyButton.tsx';
import Highlighted from './Highlighted.tsx';
import styles from './Reply.module.css';
import {useVirtualRows} from './use-virtual-rows.ts';

/** With more rows than this, a tree opens its first levels only. */
const mostOpen = 200;
/** More of one value is not shown. */
const longestValue = 500;

interface JsonTreeProps {
  text: string;
  index: JsonIndex;
  label: string;
  notes: ReadonlyMap<number, string>;
  wanted: string;
  /** The node to bring into sight; a new object each time it is asked for. */
  reveal: {node: number; takesFocus: boolean} | undefined;
}

/**
 * JSON as a tree of any size (ARIA Authoring Practices, tree view): arrow keys move, open and close, Home and End go to
 * the ends, * opens all that is beside. Every value stands as it came.
 */
export default function JsonTree({text, index, label, notes, wanted, reveal}: JsonTreeProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(() => openAtFirst(index, mostOpen));
  const [active, setActive] = useState(0);
  const rows = useMemo(() => visibleRows(index, open), [index, open]);
  const view = useVirtualRows(rows.length);
  const {scroller, reveal: bringIntoSight} = view;
  const [shown, setShown] = useState<typeof reveal>();

  // Asked to show a node: what it is in opens, and the rows follow.
  if (reveal !== shown) {
    setShown(reveal);
    if (reveal !== undefined) {
      setOpen(withAncestorsOpen(index, open, reveal.node));
      setActive(reveal.node);
    }
  }
  useEffect(() => {
    if (shown === undefined) return;
    bringIntoSight(rows.indexOf(shown.node));
    if (shown.takesFocus) scroller.current?.focus();
    // Only when it is asked for: rows that change later must not scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [shown]);

  const setNodeOpen = (nodes: number[], value: 0 | 1) => {
    const next = open.slice();
    for (const node of nodes) next[node] = value;
    setOpen(next);
  };
  const goTo = (row: number) => {
    const target = Math.max(0, Math.min(rows.length - 1, row));
    setActive(rows[target] ?? 0);
    bringIntoSight(target);
  };
  const isContainer = (node: number) => (index.children[node] ?? 0) > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.indexOf(active);
    const parent = index.parent[active] ?? -1;
    const isOpen = open[active] === 1 && isContainer(active);
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(row + 1),
      ArrowUp: () => goTo(row - 1),
      PageDown: () => goTo(row + view.perPage),
      PageUp: () => goTo(row - view.perPage),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      ArrowRight: () => (isOpen ? goTo(row + 1) : isContainer(active) && setNodeOpen([active], 1)),
      ArrowLeft: () => (isOpen ? setNodeOpen([active], 0) : parent >= 0 && goTo(rows.indexOf(parent))),
      Enter: () => isContainer(active) && setNodeOpen([active], isOpen ? 0 : 1),
      '*': () => setNodeOpen(siblingsOf(index, active), 1),
    };
    const action = actions[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };

  const inSight = rows.subarray(view.first, view.last);
  return (
    <>
      <div
        ref={scroller}
        className={styles.rows}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={inSight.includes(active) ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={view.onScroll}
      >
        <div style={view.space} role="presentation">
          <div style={view.block} role="presentation">
            {Array.from(inSight, (node) => (
              // The tree as a whole has the focus and the keys.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
              <div
                key={node}
                id={`${id}-${node}`}
                role="treeitem"
                className={styles.treeRow}
                aria-level={(index.depth[node] ?? 0) + 1}
                aria-posinset={(index.ordinal[node] ?? 0) + 1}
                aria-setsize={setSize(index, node)}
                aria-selected={node === active}
                aria-expanded={isContainer(node) ? open[node] === 1 : undefined}
                style={{paddingLeft: `${Math.min(index.depth[node] ?? 0, 40) * 1.1}rem`}}
                onClick={() => {
                  setActive(node);
                  if (isContainer(node)) setNodeOpen([node], open[node] === 1 ? 0 : 1);
                }}
              >
                <Row text={text} index={index} node={node} wanted={wanted} note={notes.get(node)} />
              </div>
            ))}
          </div>
        </div>
      </div>
      <div className={styles.chosen}>
        <code>{pointerOf(text, index, active) || '(the whole body)'}</code>
        <CopyButton
          text={pointerOf(text, index, active)}
          label="Copy pointer to the chosen value"
          caption="Copy pointer"
        />
        <CopyButton
          text={text.slice(index.start[active], index.end[active])}
          label="Copy value that is chosen"
          caption="Copy value"
        />
      </div>
    </>
  );
}

interface RowProps {
  text: string;
  index: JsonIndex;
  node: number;
  wanted: string;
  note: string | undefined;
}

function Row({text, index, node, wanted, note}: RowProps): ReactNode {
  const kind = kindOf(text, index, node);
  const name = nameOf(text, index, node);
  const isItem = name === undefined && (index.parent[node] ?? -1) >= 0;
  return (
    <>
      {name !== undefined && (
        <span className={styles.name}>
          <Highlighted text={name} wanted={wanted} />
          {': '}
        </span>
      )}
      {isItem && <span className={styles.position}>{index.ordinal[node]}: </span>}
      {kind === 'scalar' ? (
        <Scalar token={text.slice(index.start[node], index.end[node])} wanted={wanted} />
      ) : (
        <span className={styles.count}>{countOf(kind, index.children[node] ?? 0)}</span>
      )}
      {note !== undefined && <span className={styles.wrong}>{note}</span>}
    </>
  );
}

function Scalar({token, wanted}: {token: string; wanted: string}): ReactNode {
  const kind = token.startsWith('"') ? styles.string : /^[-\d]/.test(token) ? styles.number : styles.literal;
  return (
    <>
      <span className={kind}>
        <Highlighted text={token.slice(0, longestValue)} wanted={wanted} />
      </span>
      {token.length > longestValue && (
        <span className={styles.count}> … {token.length.toLocaleString('en')} characters</span>
      )}
    </>
  );
}

function countOf(kind: 'object' | 'array', count: number): string {
  const words = kind === 'array' ? ['item', 'items'] : ['property', 'properties'];
  const brackets = kind === 'array' ? '[]' : '{}';
  return `${brackets} ${count.toLocaleString('en')} ${count === 1 ? (words[0] ?? '') : (words[1] ?? '')}`;
}

function setSize(index: JsonIndex, node: number): number {
  const parent = index.parent[node] ?? -1;
  return parent < 0 ? 1 : (index.children[parent] ?? 1);
}

/** The node and all beside it. */
function siblingsOf(index: JsonIndex, node: number): number[] {
  const parent = index.parent[node] ?? -1;
  if (parent < 0) return [node];
  const siblings: number[] = [];
  const end = index.next[parent] ?? 0;
  for (let at = parent + 1; at < end; at = index.next[at] ?? end) siblings.push(at);
  return siblings;
}

function withAncestorsOpen(index: JsonIndex, open: Uint8Array, node: number): Uint8Array<ArrayBuffer> {
  const next = Uint8Array.from(open);
  for (let at = index.parent[node] ?? -1; at >= 0; at = index.parent[at] ?? -1) next[at] = 1;
  return next;
}
