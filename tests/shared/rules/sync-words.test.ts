import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALONE, type DeskSeen, QuarantineReason, SyncLink, type SyncView } from '../../../shared/domain/sync';
import {
  bytesWords,
  clockWords,
  countWords,
  deskState,
  durationWords,
  hubWords,
  LINK_MEANINGS,
  LINK_NAMES,
  lastWords,
  lightWords,
  momentWords,
  otherDesks,
  percentOf,
  progressWords,
  QUARANTINE_NAMES,
  unheardWords,
  waitingWords,
} from '../../../shared/rules/sync-words';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const view = (more: Partial<SyncView>): SyncView => ({
  ...ALONE,
  ...{ link: 'online', since: NOW - 25 * MINUTE, hub: ['192.168.10.5:4222'] },
  ...more,
});
const desk = (code: string, more: Partial<DeskSeen> = {}): DeskSeen => ({
  code,
  name: `${Number(code)}号登记台`,
  invited: true,
  online: true,
  revoked: false,
  lastSeen: NOW,
  clockAheadMs: 0,
  ...more,
});

describe('the light', () => {
  it('has a name and a meaning for every state, each another', () => {
    for (const names of [LINK_NAMES, LINK_MEANINGS]) {
      expect(Object.keys(names).sort()).toEqual([...SyncLink.options].sort());
      expect(new Set(Object.values(names)).size).toBe(SyncLink.options.length);
    }
  });
  it.each<[string, Partial<SyncView>, string]>([
    ['alone, whatever waits', { link: 'alone', waiting: 12, waitingSince: NOW }, '单机'],
    ['online, nothing waits', {}, '联网'],
    ['online, a save on its way', { waiting: 1, waitingSince: NOW - 4999 }, '联网'],
    ['online, something waits too long', { waiting: 3, waitingSince: NOW - 5000 }, '联网 09:29 起 · 待发 3'],
    ['offline, nothing waits', { link: 'offline' }, '离线 09:05 起'],
    ['offline, something waits', { link: 'offline', waiting: 12, waitingSince: NOW }, '离线 09:05 起 · 待发 12'],
    ['offline since yesterday', { link: 'offline', since: NOW - 24 * HOUR, waiting: 1200 }, '离线 11-22 09:30 起 · 待发 1,200'],
    ['not as the hub is', { link: 'disagrees', waiting: 2 }, '与中心不一致 09:05 起 · 待发 2'],
    ['in a first sync', { progress: { done: 3200, total: 10_000 } }, '联网 同步 32%'],
  ])('%s', (_what, more, said) => {
    const { name, detail } = lightWords(view(more), NOW);
    expect([name, detail].filter(Boolean).join(' ')).toBe(said);
  });
});

it.each([
  [0, '没有，全部已发出'],
  [12, '12 条改动，最早的是 09:05'],
])('%i waiting changes: %s', (waiting, said) => {
  expect(waitingWords({ waiting, waitingSince: waiting > 0 ? NOW - 25 * MINUTE : null }, NOW)).toBe(said);
});

describe('time', () => {
  it.each([
    [NOW - 25 * MINUTE, '09:05'],
    [Date.parse('2026-11-23T00:00:00+08:00'), '00:00'],
    [Date.parse('2026-11-22T23:59:00+08:00'), '11-22 23:59'],
  ])('%i is said as %s', (at, said) => expect(momentWords(at, NOW)).toBe(said));
  it('where the hub is, without what only a program reads', () =>
    expect(hubWords(['tls://192.168.10.5:4222', 'hub.local:4222'])).toBe('192.168.10.5:4222、hub.local:4222'));
  it('that never was is said, too', () => expect(lastWords(null, NOW)).toBe('还没有'));
  it.each([
    [0, '不到 1 分钟'],
    [59_999, '不到 1 分钟'],
    [MINUTE, '1 分钟'],
    [59 * MINUTE + 59_999, '59 分钟'],
    [HOUR, '1 小时'],
    [3 * HOUR + 5 * MINUTE, '3 小时 5 分钟'],
    [24 * HOUR, '1 天'],
    [52 * HOUR + 59 * MINUTE, '2 天 4 小时'],
  ])('%i ms are %s', (ms, said) => expect(durationWords(ms)).toBe(said));
  it.each([
    [null, ''],
    [59_999, ''],
    [-59_999, ''],
    [2 * MINUTE, '时钟快 2 分钟'],
    [-24 * HOUR, '时钟慢 1 天'],
  ])('a clock %s ms ahead: %s', (ahead, said) => expect(clockWords(ahead)).toBe(said));
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [3200, '3,200'],
    [1_234_567, '1,234,567'],
  ])('%i is written %s', (n, said) => expect(countWords(n)).toBe(said));
  it('are the same number without their commas', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(Number(countWords(n).replaceAll(',', ''))).toBe(n);
      }),
    );
  });
  it.each([
    [12, '12 字节'],
    [2048, '2 KB'],
    [1_572_864, '1.5 MB'],
  ])('%i bytes are %s', (bytes, said) => expect(bytesWords(bytes)).toBe(said));
});

describe('progress', () => {
  it.each([
    [true, '第一次同步：已收 3,200 / 10,000 条'],
    [false, '正在同步：已收 3,200 / 10,000 条'],
  ])('of a sync that is the first: %s', (first, said) => expect(progressWords({ done: 3200, total: 10_000 }, first)).toBe(said));
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [9999, 10_000, 99],
    [10_000, 10_000, 100],
    [11, 10, 100],
  ])('%i of %i are %i %%', (done, total, percent) => expect(percentOf({ done, total })).toBe(percent));
});

it('why something is kept aside has a sentence of its own', () => {
  expect(Object.keys(QUARANTINE_NAMES).sort()).toEqual([...QuarantineReason.options].sort());
  expect(new Set(Object.values(QUARANTINE_NAMES)).size).toBe(QuarantineReason.options.length);
});

describe('a desk', () => {
  it.each<[Partial<DeskSeen>, boolean, string]>([
    [{}, true, '在线'],
    [{ online: false }, true, '不在线'],
    [{ online: false, lastSeen: null }, true, '从未连接'],
    [{ revoked: true }, true, '已停用'],
    [{ online: false }, false, '联系不上'],
    [{ online: false, lastSeen: null }, false, '从未连接'],
    [{ online: false, revoked: true }, false, '已停用'],
  ])('%o, this desk connected: %s, is %s', (more, connected, text) => expect(deskState(desk('02', more), connected).text).toBe(text));
  it('of the hall is listed although nobody ever saw it, this one is not, and none twice', () => {
    const hall = ['03', '01', '02'].map((code) => ({ code, name: `${Number(code)}号登记台` }));
    const others = otherDesks(view({ desks: [desk('02', { name: '' }), desk('01')] }), '01', hall);
    expect(others.map(({ code, name, lastSeen }) => [code, name, lastSeen])).toEqual([
      ['02', '2号登记台', NOW],
      ['03', '3号登记台', null],
    ]);
  });
});

describe('who does not hear an alarm', () => {
  const away = desk('03', { online: false });
  it.each<[string, SyncLink, DeskSeen[], string]>([
    ['alone, one desk', 'alone', [], ''],
    ['alone, several', 'alone', [desk('02')], '其他登记台收不到，请电话通知：2号登记台。'],
    ['offline, desks known', 'offline', [desk('02'), away], '其他登记台收不到，请电话通知：2号登记台、3号登记台。'],
    ['offline, none known', 'offline', [], '其他登记台收不到，请电话通知。'],
    ['not as the hub is', 'disagrees', [desk('02')], '其他登记台可能收不到，请电话通知：2号登记台。'],
    ['online, all there', 'online', [desk('02')], ''],
    ['online, one away', 'online', [desk('02'), away], '没有联网的登记台收不到，请电话通知：3号登记台。'],
    ['a revoked desk is nobody', 'alone', [desk('02', { revoked: true })], ''],
    ['a desk without a name', 'offline', [desk('02', { name: '' })], '其他登记台收不到，请电话通知：02 号登记台。'],
  ])('%s', (_what, link, others, said) => expect(unheardWords(link, others)).toBe(said));
});
