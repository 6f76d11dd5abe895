import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/contract';
import { contract } from '../../../shared/contract';
import { CLERK, type Desk, newDesk, staffIds } from './desk';
import { ANALYST, alarm, LEADER_ID } from './incident-signing';
import { first } from './lives';

type Writing = Partial<InputOf<'handbook.write'>>;
const tryWrite = (desk: Desk, over: Writing = {}) =>
  desk.try(
    'handbook.write',
    { requestId: uuid(), entryId: '', from: 0, code: 'E08', title: '先数人再开口', body: '推选代表，分批接谈。', incidentId: '', ...over },
    ANALYST,
  );
async function write(desk: Desk, over: Writing = {}) {
  const result = await tryWrite(desk, over);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const approve = (desk: Desk, id: string) => desk.call('internal.handbook.approve', { id, signerId: LEADER_ID }, CLERK);
const list = async (desk: Desk, code: 'E08' | 'E15' | '' = 'E08') =>
  contract['handbook.list'].output.parse(await first(desk, 'handbook.list', { code }));

describe('the handbook', () => {
  it('takes an entry from an incident; a leader’s approval brings it into force', async () => {
    const desk = await newDesk();
    const incidentId = await alarm(desk);
    const { id, edition } = await write(desk, { incidentId });
    expect(edition).toBe(1);
    expect(await list(desk)).toMatchObject([{ id, state: 'draft', byName: '孙管理', approvedAt: null, approvedName: '' }]);
    expect((await approve(desk, id)).ok).toBe(true);
    const [entry] = await list(desk);
    expect(entry).toMatchObject({ state: 'in-force', approvedName: '李接谈', incidentId, title: '先数人再开口' });
    expect(entry?.incidentNumber).toMatch(/-T01$/);
    expect(await approve(desk, id)).toMatchObject({ ok: false, error: { message: expect.stringContaining('审定过') } });
  });

  it('edited, the edition in force stays in force until the new one is approved', async () => {
    const desk = await newDesk();
    const first = await write(desk);
    await approve(desk, first.id);
    const second = await write(desk, { entryId: first.entryId, from: 1, body: '改写过的内容' });
    expect(second).toMatchObject({ entryId: first.entryId, edition: 2 });
    const states = async () => (await list(desk)).map(({ edition, state, body }) => [edition, state, body]);
    expect(await states()).toEqual([
      [2, 'draft', '改写过的内容'],
      [1, 'in-force', '推选代表，分批接谈。'],
    ]);
    await approve(desk, second.id);
    expect((await states()).map(([edition, state]) => [edition, state])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
  });

  it('refuses an edition written over one that somebody else wrote meanwhile', async () => {
    const desk = await newDesk();
    const { entryId } = await write(desk);
    await write(desk, { entryId, from: 1 });
    expect(await tryWrite(desk, { entryId, from: 1 })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await tryWrite(desk, { entryId: uuid(), from: 1 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('holds entries by type, several of one type beside each other', async () => {
    const desk = await newDesk();
    await write(desk);
    await write(desk, { title: '扩音器放在哪里' });
    await write(desk, { code: 'E15', title: '集合点' });
    expect((await list(desk)).map(({ title }) => title).sort()).toEqual(['先数人再开口', '扩音器放在哪里']);
    expect(await list(desk, 'E15')).toHaveLength(1);
    expect(await list(desk, '')).toHaveLength(3);
  });

  it('is printed with its edition and its state', async () => {
    const desk = await newDesk();
    const { id } = await write(desk);
    const { content, label } = await desk.internal('internal.handbook.print', { id }, staffIds.clerk);
    expect(label).toBe('手册 E08 先数人再开口');
    expect(JSON.stringify(content)).toContain('第 1 版，待审定，尚未审定');
  });

  it('is taken back by a leader with a reason, and may be written anew', async () => {
    const desk = await newDesk();
    const { id, entryId } = await write(desk);
    await approve(desk, id);
    const withdraw = () => desk.call('internal.handbook.withdraw', { id, signerId: LEADER_ID, reason: '做法已变' }, CLERK);
    expect((await withdraw()).ok).toBe(true);
    expect(await list(desk)).toMatchObject([{ state: 'discarded', withdrawn: { name: '李接谈', reason: '做法已变' } }]);
    expect(await withdraw()).toMatchObject({ ok: false, error: { message: expect.stringContaining('已经撤销') } });
    const next = await write(desk, { entryId, from: 1, body: '新的做法' });
    await approve(desk, next.id);
    expect((await list(desk)).map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'in-force'],
      [1, 'discarded'],
    ]);
  });

  it('is printed whole: what is in force, by type, with contents and the pages that were counted', async () => {
    const desk = await newDesk();
    expect(await desk.call('internal.handbook.book', null, CLERK)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('还没有生效') },
    });
    for (const code of ['E15', 'E08'] as const) await approve(desk, (await write(desk, { code, title: `${code} 的做法` })).id);
    await write(desk, { title: '还没有审定' });
    expect((await desk.internal('internal.handbook.book', null)).parts).toHaveLength(3);
    const job = await desk.internal('internal.handbook.printBook', { pages: [1, 2, 1] }, staffIds.clerk);
    const paper = JSON.stringify(job.content);
    expect(paper).toContain('"E08 的做法","2"]');
    expect(paper).toContain('"E15 的做法","4"]');
    expect(paper).not.toContain('还没有审定');
    expect(await desk.call('internal.handbook.printBook', { pages: [1] }, CLERK)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
