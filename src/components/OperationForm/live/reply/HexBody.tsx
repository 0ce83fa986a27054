import type {ReactNode} from 'react';
import TextRows from './TextRows.tsx';

const perRow = 16;

/** Bytes in rows of sixteen: where they begin, each in two hexadecimal digits, and as ASCII. */
export default function HexBody({bytes, label}: {bytes: Uint8Array; label: string}): ReactNode {
  return (
    <TextRows
      label={label}
      count={Math.ceil(bytes.length / perRow)}
      textOf={(row) => hexRow(bytes.subarray(row * perRow, (row + 1) * perRow), row * perRow)}
      wanted=""
      reveal={undefined}
    />
  );
}

function hexRow(bytes: Uint8Array, offset: number): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const halves = `${digits.slice(0, 8).join(' ')}  ${digits.slice(8).join(' ')}`.padEnd(perRow * 3 + 1);
  const letters = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'));
  return `${offset.toString(16).padStart(8, '0')}  ${halves} ${letters.join('')}`;
}
