import { existsSync, readFileSync } from 'node:fs';

/** The runners' JSON reports, added up. A runner that ended badly without naming a failed test counts as one failure. */
export const emptySum = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export const sumLine = (sum) => `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`;

/** Lint and types are no tests: only a failure counts. */
export function addChecks(sum, name, code) {
  if (code !== 0) addFailure(sum, name);
}

export function addVitest(sum, code, file) {
  const report = read(file);
  const before = sum.failed;
  for (const suite of report?.testResults ?? []) {
    const tests = suite.assertionResults ?? [];
    for (const test of tests) {
      if (test.status === 'passed') sum.passed += 1;
      else if (test.status === 'failed') addFailure(sum, `${suite.name}: ${test.fullName}`);
      else sum.skipped += 1;
    }
    // A file that could not be loaded has no tests, and failed.
    if (suite.status === 'failed' && !tests.some((t) => t.status === 'failed')) addFailure(sum, suite.name);
  }
  closeRunner(sum, 'vitest', code, report, before);
}

export function addPlaywright(sum, code, file) {
  const report = read(file);
  const before = sum.failed;
  for (const { title, test } of playwrightTests(report?.suites ?? [], [])) {
    if (test.status === 'expected') sum.passed += 1;
    else if (test.status === 'skipped') sum.skipped += 1;
    else addFailure(sum, `${title} (${test.status})`); // flaky too: retries are off, nothing may need a second try
  }
  // A file that could not be loaded, a focused test.
  for (const error of report?.errors ?? []) addFailure(sum, String(error.message).split('\n')[0]);
  closeRunner(sum, 'playwright', code, report, before);
}

function playwrightTests(suites, path) {
  return suites.flatMap((suite) => [
    ...playwrightTests(suite.suites ?? [], [...path, suite.title]),
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ title: [...path, suite.title, spec.title].join(' › '), test }))),
  ]);
}

function closeRunner(sum, name, code, report, failedBefore) {
  if (!report) addFailure(sum, `${name} left no report`);
  else if (code !== 0 && sum.failed === failedBefore) addFailure(sum, `${name} ended with code ${code}`);
}

function addFailure(sum, name) {
  sum.failed += 1;
  sum.failures.push(name);
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
