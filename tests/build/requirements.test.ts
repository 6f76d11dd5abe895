import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The table of the plan's sentences says what proves them. A path that was moved, a test that was renamed or a key
 * that was given to another screen would leave it saying what is no longer so.
 */
const ROOT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Row {
  number: string;
  what: string;
  screen: string;
  code: string[];
  tests: { path: string; name: string }[];
  missing: string;
}
const EMPTY = '—';
const spans = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
const parts = (cell: string): string[] => (cell === EMPTY ? [] : cell.split('<br>'));

function rowOf(line: string): Row {
  const [number = '', what = '', screen = '', code = '', tests = '', missing = ''] = line.slice(2, -2).split(' | ');
  return {
    ...{ number, what, screen, missing },
    code: parts(code).flatMap(spans),
    tests: parts(tests).map((each) => {
      const [path = '', name = ''] = spans(each);
      return { path, name };
    }),
  };
}
const lines = read('docs/requirements.md')
  .split('\n')
  .filter((line) => line.startsWith('| S'));
const rows = lines.map(rowOf);
const isBuilt = ({ missing }: Row): boolean => missing !== '未建';

/** S00–S58; the leading group's five duties of S03 are one row each. */
const NUMBERS = Array.from({ length: 59 }, (_, n) => `S${String(n).padStart(2, '0')}`).flatMap((number) =>
  number === 'S03' ? [...'abcde'].map((letter) => number + letter) : number,
);

/** What opens over every screen or beside it, and stands in no line of the navigation's screens. */
const ELSEWHERE: Record<string, string> = { 工作组消息: 'Ctrl+M', 同步: 'Ctrl+T', 大屏: 'Ctrl+Alt+D' };

/** Of a test, of a group of tests, or of a table of either: the first argument, in quotes. */
const titles = new Map<string, Set<string>>();
function titlesOf(path: string): Set<string> {
  const known =
    titles.get(path) ??
    new Set([...read(path).matchAll(/(?:\b(?:it|test|describe)|\))\(\s*(['"`])((?:(?!\1).)+)\1\s*,/g)].map(([, , title = '']) => title));
  titles.set(path, known);
  return known;
}

describe('the table of requirements', () => {
  it('has each of S00–S58 once, in order, in six columns', () => {
    expect(rows.map(({ number }) => number)).toEqual(NUMBERS);
    expect(lines.filter((line) => line.slice(2, -2).split(' | ').length !== 6)).toEqual([]);
  });

  it('says of each what the program does, or what it does not do yet', () =>
    expect(rows.filter(({ what }) => what === '' || what === EMPTY)).toEqual([]));

  it('names a screen, code and a test for what is built, and none of them for what is not', () => {
    for (const { number, screen, code, tests, missing } of rows.filter(isBuilt)) {
      expect([screen, missing], number).not.toContain('');
      expect([screen === EMPTY, code.length > 0, tests.length > 0], number).toEqual([false, true, true]);
    }
    for (const { number, screen, code, tests } of rows.filter((row) => !isBuilt(row)))
      expect([screen, code, tests], number).toEqual([EMPTY, [], []]);
  });

  it('names only files that there are', () => {
    const named = rows.flatMap(({ number, code, tests }) => [...code, ...tests.map(({ path }) => path)].map((path) => `${number} ${path}`));
    expect(named.filter((each) => !existsSync(join(ROOT, each.slice(each.indexOf(' ') + 1))))).toEqual([]);
  });

  it('names only tests that stand in their file', () => {
    const named = rows.flatMap(({ number, tests }) => tests.map((test) => ({ number, ...test })));
    expect(named.filter(({ path }) => !/^tests\/.+\.(test|spec)\.ts$/.test(path))).toEqual([]);
    expect(named.filter(({ path, name }) => !titlesOf(path).has(name))).toEqual([]);
  });

  it('leads to each screen by the key that the navigation gives it, and to each tab of the settings by its name', () => {
    const screens = new Map(
      [...read('renderer/shell/navigation.tsx').matchAll(/label: '(.+?)', keys: '(.+?)'/g)].map(([, label, keys]) => [label, keys]),
    );
    const tabs = /tabs: \{([^}]+)\}/.exec(read('renderer/settings/texts.ts'))?.[1] ?? '';
    const named = rows.flatMap(({ number, screen }) =>
      [...screen.matchAll(/([\p{Script=Han}]+) `(Ctrl\+(?:Alt\+)?[^`])`(?: › ([\p{Script=Han}]+))?/gu)].map(
        ([, label = '', keys = '', tab = '']) => ({ number, label, keys, tab }),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ label, keys }) => (screens.get(label) ?? ELSEWHERE[label]) !== keys)).toEqual([]);
    expect(named.filter(({ label, tab }) => label === '设置' && !tabs.includes(`: '${tab}'`))).toEqual([]);
  });

  it('is linked from the README', () => expect(read('README.md')).toContain('](docs/requirements.md)'));
});
