import {useState, type ReactNode} from 'react';
import {createStreamReader, type StreamItem} from '../../../../form/stream-items.ts';
import formStyles from '../../OperationForm.module.css';
import JsonBody from './JsonBody.tsx';
import styles from './Reply.module.css';
import TextBody from './TextBody.tsx';
import Tabs from './Tabs.tsx';

/** This many of the newest items are listed at first. */
const most = 100;

interface StreamBodyProps {
  text: string;
  mediaType: string;
  /** Whether nothing more will come. */
  isEnded: boolean;
}

/** The items of a stream, newest last, as they arrive; each opens. */
export default function StreamBody({text, mediaType, isEnded}: StreamBodyProps): ReactNode {
  const [reader] = useState(() => createStreamReader(mediaType));
  const [limit, setLimit] = useState(most);
  reader.read(text, isEnded);
  const items = reader.items();
  const noun = mediaType === 'text/event-stream' ? 'event' : 'item';
  const first = Math.max(0, items.length - limit);
  const list = () => (
    <>
      {first > 0 && (
        <button type="button" className={formStyles.textButton} onClick={() => setLimit(limit + 10 * most)}>
          Show earlier {noun}s
        </button>
      )}
      <ol className={styles.items} start={first + 1}>
        {items.slice(first).map((item, index) => (
          <li key={first + index}>
            <Item item={item} noun={noun} position={first + index + 1} />
          </li>
        ))}
      </ol>
    </>
  );
  return (
    <>
      <p className={styles.count}>
        {items.length.toLocaleString('en')} {items.length === 1 ? noun : `${noun}s`}
        {isEnded ? '' : ' so far'}
      </p>
      {isEnded ? (
        <Tabs
          label="Views of the body"
          tabs={[
            {name: noun === 'event' ? 'Events' : 'Items', content: list},
            {name: 'Raw', content: () => <TextBody text={text} label="Body" />},
          ]}
        />
      ) : (
        list()
      )}
    </>
  );
}

function Item({item, noun, position}: {item: StreamItem; noun: string; position: number}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const {data, event, id} = item;
  return (
    <details onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        {event !== undefined && <strong>{event} </strong>}
        {id !== undefined && <span className={styles.count}>#{id} </span>}
        <code>{data.slice(0, 300)}</code>
      </summary>
      {isOpen && <JsonBody text={data} label={`${noun} ${position}`} />}
    </details>
  );
}
