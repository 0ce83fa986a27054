import type {ReactNode} from 'react';
import {reasonPhrase} from '../../../../model/status.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import liveStyles from '../Live.module.css';
import {formatDuration, formatSize} from './measures.ts';

interface ReplySummaryProps {
  reply: Reply;
  durationMs: number;
  isSuccess: boolean;
  isDemo: boolean;
}

/** Status, time and size of a reply, and where it came from when that is not where it was asked. */
export default function ReplySummary({reply, durationMs, isSuccess, isDemo}: ReplySummaryProps): ReactNode {
  const status = String(reply.status);
  return (
    <>
      <header className={liveStyles.replyHead}>
        <span className={isSuccess ? liveStyles.good : liveStyles.bad}>
          {status} {reply.statusText || reasonPhrase(status)}
        </span>
        <span className={liveStyles.muted}>{formatDuration(durationMs)}</span>
        <span className={liveStyles.muted}>{formatSize(reply.size)}</span>
        {isDemo && <span className={liveStyles.demoMark}>demo</span>}
      </header>
      {reply.redirected && (
        <p className={liveStyles.muted}>
          Redirected; the reply came from <code>{withoutQuery(reply.url)}</code>.
        </p>
      )}
    </>
  );
}

/** A query may hold a key. */
function withoutQuery(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return url.includes('?') ? `${address}?…` : address;
}
