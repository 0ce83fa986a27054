import {readFileSync, writeFileSync} from 'node:fs';
import {checkFile} from '../../src/plugin/check-file.ts';

/** The process that isolated-checker.ts starts: checks the files that it is sent, one at a time. */
const [, , folder = '.'] = process.argv;

process.on('message', (file) => {
  void answer(String(file));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(file: string): Promise<void> {
  forgetPeak();
  const checked = await checkFile(file, folder);
  process.send?.({checked, peakMb: peakMb()});
}

/** Linux can forget the peak of the file before (proc(5), clear_refs); elsewhere it stands for all files until now. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // There is no such file, or it is not ours to write.
  }
}

function peakMb(): number {
  return Math.round((peakOnLinux() ?? process.resourceUsage().maxRSS) / 1024);
}

/** In kilobytes. */
function peakOnLinux(): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    return undefined;
  }
}
