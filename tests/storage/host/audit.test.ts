import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AuditCursor, AuditEntry } from '../../../shared/domain/audit';
import { actor, type Desk, GUO, newDesk, register, staffIds } from './desk';

const AUDITOR = actor(staffIds.admin, 'auditor');
const search = (desk: Desk, over: object = {}) => desk.request('audit.search', over, AUDITOR);

async function all(desk: Desk, over: object, limit: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let after: AuditCursor | null = null; ; ) {
    const page: Awaited<ReturnType<typeof search>> = await search(desk, { ...over, after, limit });
    entries.push(...page.entries);
    after = page.next;
    if (!after) return entries;
  }
}

describe('the audit trail', () => {
  it('is the same in pages of any size, newest first, nothing twice and nothing left out', async () => {
    const desk = await newDesk();
    for (let n = 0; n < 4; n++) await register(desk, n % 2 ? { people: [GUO] } : {});
    await desk.internal('internal.refusals', {
      counts: [{ key: 'a', at: Date.now(), staffId: staffIds.clerk, request: 'staff.list', code: 'forbidden', count: 3 }],
    });
    const whole = await all(desk, {}, 500);
    expect(whole.length).toBeGreaterThanOrEqual(10);
    expect(whole.map(({ at }) => at)).toEqual([...whole].map(({ at }) => at).sort((a, b) => b - a));
    for (const limit of [1, 2, 3, 7]) expect((await all(desk, {}, limit)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  });

  it('is narrowed by day, person, act and object', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    await register(desk, { people: [GUO] });
    await desk.internal('internal.audit', { action: 'print.export', target: '张三丰的登记卡', detail: '' }, staffIds.admin);
    await desk.internal('internal.refusals', {
      counts: [{ key: 'a', at: Date.now(), staffId: staffIds.clerk, request: 'staff.list', code: 'forbidden', count: 2 }],
    });
    const acts = (entries: readonly AuditEntry[]) => entries.map(({ action }) => action);
    expect(acts(await all(desk, { act: '登记来访' }, 50))).toEqual(['登记来访', '登记来访']);
    expect(acts(await all(desk, { act: '导出存档' }, 50)), 'by the line it wrote').toEqual(['导出存档']);
    expect(acts(await all(desk, { act: '拒绝' }, 50))).toEqual(['拒绝']);
    expect(new Set((await all(desk, { staffId: staffIds.clerk }, 2)).map(({ staffName }) => staffName))).toEqual(new Set(['赵登记']));
    expect((await all(desk, { staffId: 'program' }, 50)).every(({ staffName }) => staffName === '程序')).toBe(true);
    expect(await all(desk, { staffId: staffIds.admin, act: '登记来访' }, 50)).toEqual([]);
    const ofVisit = await all(desk, { object: first.number }, 1);
    expect(ofVisit.length).toBeGreaterThan(0);
    expect(ofVisit.every(({ target }) => target.includes(first.number))).toBe(true);
    expect(await all(desk, { object: '20200101-01-0001' }, 50)).toEqual([]);
    expect(acts(await all(desk, { object: '张三丰' }, 50))).toEqual(['导出存档']);
    expect(await all(desk, { to: '2020-01-01' }, 50)).toEqual([]);
    expect((await all(desk, { from: '2020-01-01', to: '2099-12-31' }, 50)).length).toBe((await all(desk, {}, 50)).length);
  });

  it('names who may be looked for, and every act it has a word for', async () => {
    const desk = await newDesk();
    const { people, acts } = await desk.request('audit.options', {}, AUDITOR);
    expect(people.map(({ name }) => name)).toContain('赵登记');
    expect(acts).toContain('登记来访');
    expect(acts).toContain('拒绝');
  });

  it('has its chain checked in parts, from anywhere a part ended', async () => {
    const desk = await newDesk();
    await register(desk);
    const whole = await desk.internal('internal.verifyChain', null);
    const part = await desk.internal('internal.verifyChainPart', { after: null });
    expect(part).toMatchObject({ batches: whole.batches, brokenAt: null, after: null, total: whole.batches });
  });
});
