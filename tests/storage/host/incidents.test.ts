import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract';
import { RESPONDERS } from '../../../shared/contract/roles';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { actor, Desk, newDesk, register, staffIds } from './desk';
import { add, COORDINATOR, close, GUARD, incident, lines, list, note, refusedAdd, running, view, words } from './incident';

const drill = (desk: Desk) =>
  desk.request('incident.drill', { requestId: uuid(), code: 'E15', plan: '二楼冒烟，全员撤离', participants: '全体值班' }, GUARD);
/** Everything stored, as text: strings as they are, bytes as UTF-8 and Latin-1. */
async function everythingIn(databaseName: string): Promise<string> {
  const db = await new Dexie(databaseName).open();
  const parts: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(Buffer.from(value).toString('utf8'), Buffer.from(value).toString('latin1'));
    else if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) parts.push(key) && collect(item);
    else parts.push(String(value));
  };
  for (const table of db.tables) collect(await table.toArray());
  db.close();
  return parts.join('\n');
}

describe('the timeline', () => {
  it('keeps every line in the order of writing, with who wrote it', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    for (let n = 1; n <= 20; n++) await add(desk, id, note(`第 ${n} 行 𠮷`), n % 2 ? GUARD : COORDINATOR);
    const said = (await lines(desk, id)).filter(({ data }) => data.kind === 'note');
    expect(said.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => `第 ${i + 1} 行 𠮷`));
    expect(said.slice(0, 2).map(({ staffName }) => staffName)).toEqual(['钱安保', '赵登记']);
    expect(said.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3));
  });
  it('lines of two people at once are all there, each with a number of its own', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    await Promise.all(Array.from({ length: 12 }, (_, i) => add(desk, id, note(`同时 ${i}`), i % 2 ? GUARD : COORDINATOR)));
    expect((await lines(desk, id)).map(({ n }) => n)).toEqual(Array.from({ length: 15 }, (_, i) => i));
  });
  it('the same request twice is one line', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    const requestId = uuid();
    const one = await add(desk, id, note('只记一次'), GUARD, requestId);
    expect(await add(desk, id, note('只记一次'), GUARD, requestId)).toEqual(one);
    expect((await words(desk, id)).filter((text) => text === '只记一次')).toHaveLength(1);
  });
  it('a correction is a new line; what it corrects stays as it was', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E08');
    const { entryId } = await add(desk, id, { kind: 'people', count: 300 });
    await add(desk, id, { kind: 'people', count: 30 });
    await add(desk, id, { kind: 'correction', entryId, text: '是 3 人，多打了两个零' });
    expect((await words(desk, id)).slice(-3)).toEqual(['现场 300 人', '现场 30 人', '更正：是 3 人，多打了两个零']);
    expect((await view(desk, id)).people.map(({ count }) => count)).toEqual([30]);
  });
  it('the newest lines are shown, the oldest of them first', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    for (let n = 1; n <= 5; n++) await add(desk, id, note(`第 ${n} 行`));
    const shown = await new Promise<{ entries: { text: string }[]; total: number }>((resolve) => {
      desk.subscribe('incident.timeline', (result) => result.ok && resolve(result.value as never), { id, limit: 2 }, GUARD);
    });
    expect(shown).toMatchObject({ total: 8, entries: [{ text: '第 4 行' }, { text: '第 5 行' }] });
  });
});

describe('what an entry does', () => {
  it('the wrong type chosen: changed with a reason, by the other plan, and both stand', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E01');
    await add(desk, id, { kind: 'step', stepId: 'listen', outcome: 'done', reason: '', danger: false });
    expect(await refusedAdd(desk, id, { kind: 'type', code: 'E03', reason: '' })).toContain('为什么改类型');
    await add(desk, id, { kind: 'type', code: 'E03', reason: '动手了' });
    expect(await view(desk, id)).toMatchObject({ code: 'E03', plan: CATALOGUE.E03, steps: {} });
    const said = await words(desk, id);
    expect(said).toContain('类型：E03 肢体冲突：动手了');
    expect(said.filter((text) => text.startsWith('类型：'))).toHaveLength(2);
    expect(
      said.some((text) => text.startsWith('完成：')),
      'what was done stays',
    ).toBe(true);
  });
  it('the level is set by a person with a reason, and the posts of that level are in the list', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E08');
    await add(desk, id, { kind: 'level', level: 2, reason: '已到 31 人' });
    const seen = await view(desk, id);
    expect(seen).toMatchObject({ level: 2, commander: { post: '组长（单位主要负责人）' } });
    expect(seen.calls.map(({ contact }) => contact)).toEqual(expect.arrayContaining(['superior', 'head', 'service-110']));
    expect(seen.calls.find(({ contact }) => contact === 'service-110')?.script).toContain('示范区接待大厅');
  });
  it('goes through 受控, 解除 and 结案, and is over', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    expect(await refusedAdd(desk, id, { kind: 'lifted', reason: '太早' })).toContain('受控');
    await close(desk, id);
    expect(await running(desk)).toEqual([]);
    expect(await list(desk, false)).toMatchObject([{ id, state: 'closed' }]);
    expect(await refusedAdd(desk, id, note('太晚'))).toContain('已经结案');
    await add(desk, id, { kind: 'summary', text: '二十四小时内的小结' });
    expect((await view(desk, id)).summary).toBe('二十四小时内的小结');
  });
  it('names only what is there: visits, files, recordings, posts', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    const nothing = uuid();
    const before = (await lines(desk, id)).length;
    for (const entry of [
      { kind: 'visitor', visitId: nothing },
      { kind: 'found', visitId: nothing, heads: 1 },
      { kind: 'photo', attachmentId: nothing, text: '' },
      { kind: 'recording', recordingId: nothing, text: '' },
      { kind: 'correction', entryId: nothing, text: '改' },
      { kind: 'task-done', taskId: nothing, text: '' },
    ] as const)
      expect(await refusedAdd(desk, id, entry), entry.kind).not.toBe('');
    expect(await lines(desk, id), 'a refusal leaves nothing behind').toHaveLength(before);
    const { visitId } = await register(desk);
    await add(desk, id, { kind: 'visitor', visitId });
    expect((await view(desk, id)).visits).toMatchObject([{ id: visitId, queueNumber: 'A001', careNotes: 0 }]);
    expect((await words(desk, id)).at(-1)).toBe('涉及来访：A001 号');
  });
});

describe('a drill', () => {
  it('is marked, has its plan, and is never in a list with real ones', async () => {
    const desk = await newDesk();
    const real = await incident(desk, 'E15');
    const { id } = await drill(desk);
    expect((await list(desk, true)).map((row) => [row.id, row.drill, row.number.slice(-3, -2)])).toEqual([[id, true, 'Y']]);
    expect((await list(desk, false)).map((row) => [row.id, row.drill, row.number.slice(-3, -2)])).toEqual([[real, false, 'T']]);
    expect(await view(desk, id)).toMatchObject({ drill: true, state: 'active', drillPlan: '二楼冒烟，全员撤离', participants: '全体值班' });
    expect((await running(desk)).map((each) => each.drill)).toEqual([true, false]);
    expect(await view(desk, real)).toMatchObject({ drill: false, drillPlan: '', participants: '' });
  });
  it('the same request twice is one drill', async () => {
    const desk = await newDesk();
    const input = { requestId: uuid(), code: 'E15' as const, plan: '撤离', participants: '全体' };
    const one = await desk.request('incident.drill', input, GUARD);
    expect(await desk.request('incident.drill', input, GUARD)).toEqual(one);
    expect(await list(desk, true)).toHaveLength(1);
  });
});

describe('关怀提示 in an incident', () => {
  const see = (desk: Desk, id: string, visitId: string, reason: string, by = GUARD) =>
    desk.try('incident.careNotes', { id, visitId, reason }, by);
  /** The demonstration's care note is of the first visitor. */
  async function withVisitor() {
    const desk = await newDesk({ demo: true });
    const { visitId } = await register(desk);
    const id = await incident(desk, 'E07');
    await add(desk, id, { kind: 'visitor', visitId });
    return { desk, visitId, id };
  }

  it('a guard says why, and it stands in the timeline and in the audit trail', async () => {
    const { desk, visitId, id } = await withVisitor();
    expect((await view(desk, id)).visits).toMatchObject([{ careNotes: 1 }]);
    expect(await see(desk, id, visitId, '')).toMatchObject({ ok: false, error: { fields: { reason: expect.anything() } } });
    const seen = await see(desk, id, visitId, '晕倒，要知道用药');
    expect(seen).toMatchObject({ ok: true, value: { notes: [{ arrangement: expect.stringContaining('血压仪') }] } });
    expect((await words(desk, id)).at(-1)).toBe('查看关怀提示：A001 号：晕倒，要知道用药');
    const trail = JSON.stringify(await desk.request('audit.list', { limit: 50 }, actor(staffIds.admin, 'auditor')));
    expect(trail).toContain('突发中查看关怀提示');
    expect(trail).toContain('晕倒，要知道用药');
  });
  it('the coordinator and the interviewer need say nothing, and it stands there too', async () => {
    const { desk, visitId, id } = await withVisitor();
    expect(await see(desk, id, visitId, '', COORDINATOR)).toMatchObject({ ok: true, value: { notes: [{}] } });
    expect((await words(desk, id)).at(-1)).toBe('查看关怀提示：A001 号');
  });
  it('not of a visitor whom the incident is not about', async () => {
    const { desk, id } = await withVisitor();
    const other = await register(desk);
    expect(await see(desk, id, other.visitId, '好奇')).toMatchObject({ ok: false });
  });
  it('not of a past incident, and not of a drill', async () => {
    const { desk, visitId, id } = await withVisitor();
    await close(desk, id);
    expect(await see(desk, id, visitId, '事后想看')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const { id: practice } = await drill(desk);
    await add(desk, practice, { kind: 'visitor', visitId });
    expect(await see(desk, practice, visitId, '演练要看')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await words(desk, id)).join()).not.toContain('事后想看');
  });
});

describe('who may', () => {
  it('everybody of the hall, and neither administrator nor auditor', () => {
    for (const name of [
      'incident.view',
      'incident.timeline',
      'incident.add',
      'incident.list',
      'incident.drill',
      'incident.careNotes',
    ] as const) {
      const { access } = contract[name];
      expect(access, name).toEqual(RESPONDERS);
      expect(access).not.toContain('administrator');
      expect(access).not.toContain('auditor');
    }
  });
  it('anybody at the desk may raise, say what it is and write a line, though the disk is nearly full', () => {
    for (const name of ['alarm.raise', 'alarm.confirm', 'alarm.line', 'alarm.heard', 'alarm.falseAlarm', 'incident.clock'] as const)
      expect(contract[name], name).toMatchObject({ access: 'anyone', writes: false });
    expect(contract['incident.add'].writes, 'a line of an incident passes the disk guard').toBe(false);
  });
});

describe('a database that is lost', () => {
  it('is rebuilt from the journal with every incident and every line, and they go on', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E08');
    await add(desk, id, { kind: 'people', count: 31 });
    await add(desk, id, { kind: 'level', level: 2, reason: '人数' });
    await add(desk, id, note('横幅两条'));
    const { id: practice } = await drill(desk);
    const ended = await incident(desk, 'E01');
    await close(desk, ended);
    const told = async (of: Desk) => [
      ...[await lines(of, id), await lines(of, practice), await list(of, false), await list(of, true)],
      { ...(await view(of, id)), elapsed: 0 },
    ];
    const before = await told(desk);
    desk.kill();
    await Dexie.delete(desk.disk.databaseName);
    const next = new Desk(desk.disk);
    expect((await next.open()).state).toBe('rebuild');
    expect(await told(next)).toEqual(before);
    await add(next, id, note('重建之后'));
    expect((await lines(next, id)).at(-1)).toMatchObject({ n: 6, text: '重建之后' });
    expect(await next.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null });
  });
});

it('nothing that was typed stands readable in the database or the journal', async () => {
  const desk = await newDesk();
  const { visitId } = await register(desk);
  const id = await incident(desk, 'E05', { staffId: staffIds.clerk });
  await add(desk, id, note('秘密一行'));
  await desk.internal('internal.alarm.line', { id, text: '秘密二行' });
  await add(desk, id, { kind: 'injury', person: '秘密三人', injury: '秘密伤情', aid: '' });
  await add(desk, id, { kind: 'fact', field: 'words', text: '秘密原话' });
  await add(desk, id, { kind: 'decision', topic: '秘密议题', text: '秘密决定', decider: '秘密领导' });
  await add(desk, id, { kind: 'level', level: 2, reason: '秘密原因' });
  await add(desk, id, { kind: 'visitor', visitId });
  await desk.try('incident.careNotes', { id, visitId, reason: '秘密用途' }, GUARD);
  await desk.request('incident.drill', { requestId: uuid(), code: 'E15', plan: '秘密方案', participants: '秘密名单' }, GUARD);
  desk.kill();
  const stored = await everythingIn(desk.disk.databaseName);
  const journal = desk.disk.journal.map((payload) => Buffer.from(payload).toString('utf8')).join('\n');
  for (const word of ['秘密', '李秀兰', '扬言', '先稳住']) {
    expect(stored.includes(word), `${word} in the database`).toBe(false);
    expect(journal.includes(word), `${word} in the journal`).toBe(false);
  }
  // The control: what may stand outside is there, so the search does find.
  expect(stored).toContain('incidentId');
  expect(stored).toContain('injury');
});
