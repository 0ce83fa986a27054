import {useId, useState, type KeyboardEvent, type ReactNode} from 'react';
import styles from '../../Tabs.module.css';

interface TabsProps {
  label: string;
  tabs: {name: string; content: () => ReactNode}[];
  /** Shows this tab from now on, whenever it changes to another object. */
  show?: {tab: number} | undefined;
}

/** Views of one thing, one at a time (ARIA Authoring Practices, tabs). What is not chosen is not made. */
export default function Tabs({label, tabs, show}: TabsProps): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState(show);
  if (show !== shown) {
    setShown(show);
    if (show !== undefined) setChosen(show.tab);
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (chosen + by + tabs.length) % tabs.length;
    setChosen(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div>
      <div className={styles.tabs} role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({name}, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            className={styles.tab}
            aria-selected={index === chosen}
            aria-controls={index === chosen ? `${id}-panel` : undefined}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen}`}>
        {tabs[chosen]?.content()}
      </div>
    </div>
  );
}
