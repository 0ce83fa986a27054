/** What the colours of a status are called in `status-tones.module.css`. */
export type StatusTone = 'unknown' | 'successful' | 'redirection' | 'clientError' | 'serverError';

const tones: Record<string, StatusTone> = {
  2: 'successful',
  3: 'redirection',
  4: 'clientError',
  5: 'serverError',
};

/** The tone of a status as documents write it (`404`, `4XX`, `default`), by its class (RFC 9110, section 15). */
export function statusTone(status: string): StatusTone {
  return tones[status.charAt(0)] ?? 'unknown';
}
