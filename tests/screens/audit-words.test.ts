import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES } from '../../electron/storage/host/audited';
import { OBJECT_KINDS } from '../../renderer/settings/audit-objects';
import { SETTING_NAMES } from '../../renderer/settings/audit-texts';
import { actInWords, objectInWords } from '../../renderer/settings/audit-words';
import { REQUEST_NAMES } from '../../shared/audit/request-names';
import { contract } from '../../shared/contract';
import type { AuditEntry } from '../../shared/domain/audit';
import { SETTINGS } from '../../shared/domain/settings';

const ELECTRON = join(__dirname, '..', '..', 'electron');
const sources = readdirSync(ELECTRON, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(ELECTRON, path), 'utf8'));

/** The acts the main process writes by name, and those a handler writes under the name it is called by. */
const written = sources.flatMap((source) => [
  ...[...source.matchAll(/internal\.audit',\s*\{\s*action: '([^']+)'/g)].flatMap(([, action]) => action ?? []),
  ...[...source.matchAll(/draft\.audit\(call\.name/g)].flatMap(({ index }) => {
    const handlers = [...source.slice(0, index).matchAll(/^ {2}'([\w.]+)': /gm)];
    return handlers.at(-1)?.[1] ?? [];
  }),
]);

const ID = '01a2094d-399c-7032-b44b-083af8f11cfb';
const NUMBER = '20261124-01-0004';
const entry = (action: string, target: string): AuditEntry => ({
  id: ID,
  at: 0,
  staffName: '王静',
  deskCode: '01',
  action,
  target,
  count: 1,
});
const object = (action: string, target: string): string => objectInWords(entry(action, target));

describe('the audit trail in words', () => {
  it('is tested against what the code writes', () => {
    expect(written).toEqual(expect.arrayContaining(['session.signIn', 'print.export', 'settings.put', 'person.reveal', 'staff.duty']));
  });
  it.each([...new Set([...Object.keys(ACTION_NAMES), ...written])])('has a Chinese word for %s and for what it is done to', (action) => {
    const word = ACTION_NAMES[action] ?? action;
    expect(word).toMatch(/\p{Script=Han}/u);
    expect(OBJECT_KINDS[word]).toMatch(/^\p{Script=Han}+$/u);
    expect(object(word, ID)).not.toContain(ID);
  });
  it('has a Chinese word for every request that can be refused, and for every setting', () => {
    for (const name of Object.keys(contract)) expect(REQUEST_NAMES[name as keyof typeof REQUEST_NAMES], name).toMatch(/\p{Script=Han}/u);
    for (const key of Object.keys(SETTINGS)) expect(SETTING_NAMES[key as keyof typeof SETTING_NAMES], key).toMatch(/^\p{Script=Han}+$/u);
  });
  it.each([
    ['登记来访', NUMBER, `来访登记 ${NUMBER}`],
    ['登记来访', ID, '来访登记 …f8f11cfb'],
    ['补打', `${NUMBER} 卡片损坏`, `来访登记 ${NUMBER} 卡片损坏`],
    ['登录', ID, '工作人员 王静'],
    ['PIN 核验', '赵刚 PIN 不正确', '工作人员 赵刚 PIN 不正确'],
    ['查看完整号码', `${ID} docNumber`, '来访人 …f8f11cfb 证件号码'],
    ['查看完整号码', `${ID} phone`, '来访人 …f8f11cfb 手机号'],
    ['修改设置', 'rules', '设置「规则」'],
    ['修改打印设置', 'printing', '设置「打印」'],
    ['打印校准页', 'HP-1020', '打印机 HP-1020'],
    ['导出存档', ID, '归档文书 …f8f11cfb'],
    ['首次设置', NUMBER, '本单位'],
    ['拒绝', 'audit.list：您的岗位没有这项权限', '查看审计记录：您的岗位没有这项权限'],
    ['拒绝', 'no.such.thing：请求无法识别', '其他请求（代号 no.such.thing）：请求无法识别'],
  ])('%s of %s reads %s', (action, target, words) => {
    expect(object(action, target)).toBe(words);
  });
  it('says in a sentence what it has no word for, and leaves Chinese as it is', () => {
    expect(actInWords(entry('visit.merge', ''))).toBe('其他操作（代号 visit.merge）');
    expect(actInWords(entry('登录', ''))).toBe('登录');
    expect(object('visit.merge', ID)).toBe('其他对象（代号 …f8f11cfb）');
    expect(object('visit.merge', '前台卡片机')).toBe('前台卡片机');
    expect(object('visit.merge', '')).toBe('');
  });
});
