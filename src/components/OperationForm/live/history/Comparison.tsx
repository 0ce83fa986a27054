import type {ReactNode} from 'react';
import {diffJson} from '../../../../form/json-text/diff-json.ts';
import type {HistoryEntry} from './history-store.ts';
import styles from './History.module.css';

/** Nobody reads on after so many. */
const most = 100;

/** One thing that differs between two exchanges. */
interface Row {
  place: string;
  before: string | undefined;
  after: string | undefined;
}

/** Two exchanges beside each other: what differs in request, status, headers and, by structure, in the body. */
export default function Comparison({older, newer}: {older: HistoryEntry; newer: HistoryEntry}): ReactNode {
  const rows = compare(older, newer);
  return (
    <section aria-label="Comparison" className={styles.view}>
      <p>
        <strong>What differs</strong>{' '}
        <span className={styles.note}>
          {older.operation.title}, {new Date(older.startedAt).toLocaleTimeString()}, and {newer.operation.title},{' '}
          {new Date(newer.startedAt).toLocaleTimeString()}
        </span>
      </p>
      {rows.length === 0 ? (
        <p>Nothing differs.</p>
      ) : (
        <div className={styles.tableFrame}>
          <table>
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map(({place, before, after}, index) => (
                <tr key={index}>
                  <th scope="row">{place}</th>
                  <td>{cell(before)}</td>
                  <td>{cell(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > most && <p className={styles.note}>And {rows.length - most} more.</p>}
        </div>
      )}
    </section>
  );
}

function cell(text: string | undefined): ReactNode {
  if (text === undefined) return <span className={styles.note}>not there</span>;
  return <code>{text.length > 300 ? `${text.slice(0, 300)} …` : text}</code>;
}

function compare(older: HistoryEntry, newer: HistoryEntry): Row[] {
  const rows: Row[] = [];
  const add = (place: string, before: string | undefined, after: string | undefined) => {
    if (before !== after) rows.push({place, before, after});
  };
  add('request', `${older.request.method} ${older.request.url}`, `${newer.request.method} ${newer.request.url}`);
  addHeaders('request header', older.request.headers, newer.request.headers, add);
  addBodies('request body', requestText(older), requestText(newer), add);
  const [before, after] = [older.outcome, newer.outcome];
  add('outcome', outcomeText(before), outcomeText(after));
  if (before.kind !== 'reply' || after.kind !== 'reply') return rows;
  addHeaders('header', before.headers, after.headers, add);
  addBodies('body', before.text, after.text, add);
  return rows;
}

type Add = (place: string, before: string | undefined, after: string | undefined) => void;

function addHeaders(noun: string, older: [string, string][], newer: [string, string][], add: Add): void {
  const [before, after] = [older, newer].map(
    (headers) => new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
  );
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    add(`${noun} ${name}`, before?.get(name), after?.get(name));
  }
}

function addBodies(noun: string, before: string | undefined, after: string | undefined, add: Add): void {
  if (before === after) return;
  const differences = before === undefined || after === undefined ? undefined : diffJson(before, after);
  if (differences === undefined) {
    add(noun, before, after);
    return;
  }
  for (const {pointer, before: old, after: current} of differences) add(`${noun} ${pointer}`, old, current);
}

function requestText({request: {body}}: HistoryEntry): string | undefined {
  return body?.kind === 'text' ? body.text : body?.kind;
}

function outcomeText(outcome: HistoryEntry['outcome']): string {
  return outcome.kind === 'reply' ? String(outcome.status) : outcome.message;
}
