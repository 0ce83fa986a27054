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
        <span className={liveStyles[toneOf(reply.status, isSuccess)]}>
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

/** The colours of the list of responses. A refusal is one whatever its status says. */
function toneOf(status: number, isSuccess: boolean): 'good' | 'redirected' | 'refused' | 'failed' {
  if (isSuccess) return 'good';
  if (status >= 500) return 'failed';
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}

/** A query may hold a key. */
function withoutQuery(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return url.includes('?') ? `${address}?…` : address;
}
