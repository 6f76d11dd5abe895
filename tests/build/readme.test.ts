import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoUnit } from '../../shared/demo/demo-unit';
import { ROLE_NAMES } from '../../shared/domain/basics';

const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');

it('the README names the people, roles and PINs of the demonstration unit', () => {
  const rows = [...readme.matchAll(/^\| (\S+) \| (\S+) \| (\d+) \|/gm)].map(([, name, roles, pin]) => `${name} ${roles} ${pin}`);
  const staff = demoUnit().staff.map((s) => `${s.name} ${s.roles.map((r) => ROLE_NAMES[r]).join('、')} ${s.pin}`);
  expect(rows).toEqual(staff);
});
it('every npm script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map((m) => m[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
