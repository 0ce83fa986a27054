import {describeProblem, type Problem} from '../../src/plugin/openapi-error.ts';
import {createIsolatedChecker, type Measured} from './isolated-checker.ts';

/** Of the problems of a document, shown to people; `--json` has all. */
const mostShown = 50;

/**
 * Checks the files one after the other and prints what was found of each as soon as it is known.
 *
 * @param folder the files are named from here, and its `redocly.yaml` has the lint rules
 * @returns the exit code: 1 when a document could not be used
 */
export async function checkCommand(files: string[], folder: string, asJson: boolean): Promise<number> {
  const checker = createIsolatedChecker(folder);
  let code = 0;
  for (const file of files) {
    const measured = await checker.check(file);
    if (!measured.ok) code = 1;
    console.log(asJson ? JSON.stringify(toLine(file, measured)) : describe(file, measured));
  }
  checker.close();
  return code;
}

function toLine(file: string, {ok, problems, counts, ms, peakMb}: Measured): object {
  const found = problems.map(({severity, file, line, column, pointer, message, hint = ''}) => {
    return {severity, file, line, column, pointer, message, hint};
  });
  return {file, ok, problems: found, counts, ms, peakMb};
}

function describe(file: string, {ok, problems, counts, ms, peakMb}: Measured): string {
  const count = (severity: Problem['severity']): string => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  const hidden = problems.length - mostShown;
  const words = Object.entries(counts).map(([name, number]) => `${number} ${inWords[name] ?? name}`);
  return [
    ...problems.slice(0, mostShown).map((problem) => `${problem.severity}: ${describeProblem(problem)}\n`),
    ...(hidden > 0 ? [`… and ${hidden} more (all of them with --json).\n`] : []),
    `${file}: ${ok ? 'usable' : 'not usable'}, ${count('error')}, ${count('warning')}`,
    `  ${words.join(', ')}`,
    `  ${(ms / 1000).toFixed(1)} s, ${peakMb} MB at most\n`,
  ].join('\n');
}

const inWords: Record<string, string> = {
  schemas: 'named schemas',
  examples: 'examples made',
  invalidExamples: 'examples that do not match their schema',
};
