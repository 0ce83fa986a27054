import type {Control} from './choose-control.ts';

/** The kind of a browser's own picker that fills a control; undefined where there is none. */
export function pickerOf(control: Control): 'date' | 'datetime-local' | 'time' | undefined {
  if (control === 'date' || control === 'time') return control;
  return control === 'date-time' ? 'datetime-local' : undefined;
}

/** What a picker shows for RFC 3339 text, in the reader's own time zone; empty where the text is none yet. */
export function toPicker(control: Control, text: string): string {
  if (control === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? text : '';
  if (control === 'time') return /^\d\d:\d\d(:\d\d)?/.exec(text)?.[0] ?? '';
  const date = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/.test(text) ? new Date(text) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) return '';
  return `${day(date)}T${clock(date)}`;
}

/** RFC 3339 text for what was picked, with the reader's offset from UTC at that time. */
export function fromPicker(control: Control, picked: string): string {
  if (control === 'date' || picked === '') return picked;
  const [, hours = '00', minutes = '00', seconds = '00'] = /(\d\d):(\d\d)(?::(\d\d))?/.exec(picked) ?? [];
  const time = `${hours}:${minutes}:${seconds}`;
  const at = control === 'time' ? new Date() : new Date(picked);
  return control === 'time' ? time + offset(at) : `${picked.slice(0, 10)}T${time}${offset(at)}`;
}

function day(date: Date): string {
  return [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

function clock(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

function offset(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
