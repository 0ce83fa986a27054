import clsx from 'clsx';
import type {ReactNode} from 'react';
import {reasonPhrase} from '../../../../model/status.ts';
import type {Reply} from '../../../../transport/exchange.ts';
import {statusTone, type StatusTone} from '../../../Responses/status-tone.ts';
import tones from '../../../Responses/status-tones.module.css';
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
        <span className={clsx(liveStyles.status, tones[toneOf(status, isSuccess)])}>
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

/** A refusal is one whatever its status says. */
function toneOf(status: string, isSuccess: boolean): StatusTone {
  if (isSuccess) return 'successful';
  const tone = statusTone(status);
  return tone === 'redirection' || tone === 'serverError' ? tone : 'clientError';
}

/** A query may hold a key. */
function withoutQuery(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return url.includes('?') ? `${address}?…` : address;
}
