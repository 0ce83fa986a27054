import type {Reporter, TestModule} from 'vitest/node';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Ends the whole run with one plain line: `12 passed, 0 failed`, with `, 1 skipped` where tests were skipped. A test file
 * that could not be loaded and an error outside of any test count as failures, so the line never looks better than the
 * exit code.
 */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = countTests(modules);
    totals.failed += unhandledErrors.length;
    const line = `${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`;
    // Vitest writes its own summary and closes its servers after this hook; ours is to be the last line.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

function countTests(modules: readonly TestModule[]): Totals {
  const totals: Totals = {passed: 0, failed: 0, skipped: 0};
  for (const module of modules) {
    totals.failed += module.errors().length;
    for (const suite of module.children.allSuites()) totals.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const {state} = test.result();
      // A test that is still pending when the run ends never ran: nothing was shown by it.
      totals[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return totals;
}
