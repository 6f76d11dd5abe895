import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChecks, addPlaywright, addVitest, emptySum, sumLine } from '../../build/setup/test-sum.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-sum-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = (value: object): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const vitest = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((t) => ({ fullName: t, status: t })),
});

describe('the last line of the test command', () => {
  it('adds up both runners', () => {
    const sum = emptySum();
    addVitest(sum, 0, report({ testResults: [vitest('a', 'passed', 'passed', 'passed', 'pending')] }));
    const specs = ['expected', 'skipped'].map((status) => ({ title: status, tests: [{ status }] }));
    addPlaywright(sum, 0, report({ suites: [{ title: 'file', specs: [], suites: [{ title: 'group', specs }] }] }));
    expect(sumLine(sum)).toBe('3 passed, 0 failed, 2 skipped');
  });
  it('counts a failed check, a failed test, a flaky one and a file that could not be loaded', () => {
    const sum = emptySum();
    addChecks(sum, 'types', 2);
    addChecks(sum, 'lint', 0);
    addVitest(sum, 1, report({ testResults: [vitest('a', 'failed', 'passed', 'failed'), vitest('b', 'failed')] }));
    addPlaywright(sum, 1, report({ suites: [{ title: 'file', specs: [{ title: 't', tests: [{ status: 'flaky' }] }] }] }));
    expect(sumLine(sum)).toBe('1 passed, 4 failed, 0 skipped');
  });
  it('counts a runner that left no report, and one that ended badly though every test passed', () => {
    const sum = emptySum();
    addPlaywright(sum, 0, join(folder, 'nothing.json'));
    addVitest(sum, 1, report({ testResults: [vitest('a', 'passed', 'passed')] }));
    expect(sumLine(sum)).toBe('1 passed, 2 failed, 0 skipped');
  });
});
