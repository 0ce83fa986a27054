import type {ReactNode} from 'react';
import styles from './Fields.module.css';

interface RowActionsProps {
  label: string;
  index: number;
  count: number;
  onMove: ((to: number) => void) | undefined;
  onRemove: (() => void) | undefined;
}

/** The buttons of a row: up, down, remove. The arrow keys move a row, too, while one of them has the focus. */
export default function RowActions({label, index, count, onMove, onRemove}: RowActionsProps): ReactNode {
  const moveBy = (key: string): number => (key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0);
  const move = (act: 'up' | 'down', to: number) => (
    <button
      type="button"
      className={styles.act}
      data-act={act}
      aria-label={`Move ${label} ${act}`}
      disabled={to < 0 || to >= count}
      onClick={() => onMove?.(to)}
      onKeyDown={(event) => {
        const by = moveBy(event.key);
        if (by === 0) return;
        event.preventDefault();
        if (index + by >= 0 && index + by < count) onMove?.(index + by);
      }}
    >
      <span aria-hidden="true">{act === 'up' ? '↑' : '↓'}</span>
    </button>
  );
  return (
    <div className={styles.acts} data-actions="">
      {onMove !== undefined && count > 1 && (
        <>
          {move('up', index - 1)}
          {move('down', index + 1)}
        </>
      )}
      {onRemove !== undefined && (
        <button
          type="button"
          className={styles.act}
          data-act="remove"
          aria-label={`Remove ${label}`}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
