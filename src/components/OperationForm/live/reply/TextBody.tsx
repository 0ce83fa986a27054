import {useMemo, type ReactNode} from 'react';
import {lineAtOffset, textLines} from '../../../../form/json-text/text-lines.ts';
import SearchBox from './SearchBox.tsx';
import TextRows from './TextRows.tsx';
import {useSearch} from './use-search.ts';

/** Longer lines are cut into several rows. */
const longestLine = 400;

/** A body of text as it came, to read and to search. */
export default function TextBody({text, label}: {text: string; label: string}): ReactNode {
  const search = useSearch(text);
  const starts = useMemo(() => textLines(text, longestLine), [text]);
  return (
    <>
      <SearchBox search={search} />
      <TextRows
        label={label}
        count={starts.length}
        textOf={(row) => text.slice(starts[row], starts[row + 1]).replace(/\r?\n$/, '')}
        wanted={search.wanted}
        reveal={search.offset === undefined ? undefined : lineAtOffset(starts, search.offset)}
      />
    </>
  );
}
