import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { InputOf, LiveName, OutputOf } from '../../../shared/contract';
import type { Group } from '../../../shared/domain/emergency';
import { actor, CLERK, Desk, newDesk, staffIds } from './desk';
import { first as firstLive } from './lives';

const GUARD = actor(staffIds.guard, 'guard');
const TEXT = '东门请加一人，两位老人要轮椅';

const first = <N extends LiveName>(desk: Desk, name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  firstLive(desk, name, { limit: 200, incidentId: '', ...input }, CLERK);
const listed = async (desk: Desk, incidentId = '') => (await first(desk, 'message.list', { incidentId })).messages;
const open = async (desk: Desk) => (await first(desk, 'message.open', {})).open;
const send = (desk: Desk, groups: Group[], over: { text?: string; incidentId?: string; requestId?: string } = {}) =>
  desk.request('message.send', { requestId: uuid(), groups, text: TEXT, ...over }, CLERK);
const take = (desk: Desk, id: string, group: Group, person = '', who = GUARD) =>
  desk.try('message.acknowledge', { requestId: uuid(), id, group, person }, who);
const drill = (desk: Desk) =>
  desk.request('incident.drill', { requestId: uuid(), code: 'E07', plan: '桌面演练', participants: '全体' }, CLERK);
const print = (desk: Desk, incidentId = '') => desk.internal('internal.print.messages', { incidentId }, staffIds.clerk);

describe('a group message', () => {
  it('waits for each group by itself; who took it stands beside, by telephone under their own name', async () => {
    const desk = await newDesk();
    const { id } = await send(desk, ['security', 'logistics']);
    expect(await open(desk)).toBe(1);
    expect(await take(desk, id, 'security')).toMatchObject({ ok: true });
    expect(await take(desk, id, 'logistics')).toMatchObject({ error: { fields: { person: expect.stringContaining('由谁确认') } } });
    expect(await open(desk)).toBe(1);
    expect(await take(desk, id, 'logistics', '冯国强', CLERK)).toMatchObject({ ok: true });
    expect(await open(desk)).toBe(0);
    expect(await listed(desk)).toMatchObject([
      {
        ...{ id, text: TEXT, senderName: '赵登记', deskCode: '01', drill: false },
        groups: [
          { group: 'security', acknowledged: { person: '钱安保', byName: '钱安保' } },
          { group: 'logistics', acknowledged: { person: '冯国强', byName: '赵登记', deskCode: '01' } },
        ],
      },
    ]);
  });

  it('is taken once by a group, and only by one it went to', async () => {
    const desk = await newDesk();
    const { id } = await send(desk, ['security']);
    await take(desk, id, 'security');
    expect(await take(desk, id, 'security', '另一人')).toMatchObject({ error: { code: 'conflict' } });
    expect(await take(desk, id, 'lead', '周组长')).toMatchObject({ error: { code: 'conflict' } });
    const [message] = await listed(desk);
    expect(message?.groups[0]?.acknowledged?.person).toBe('钱安保');
  });

  it('and its acknowledgement are rows that nothing changes, made once however often they are asked for', async () => {
    const desk = await newDesk();
    const requestId = uuid();
    const { id } = await send(desk, ['security'], { requestId });
    expect(await send(desk, ['security'], { requestId })).toEqual({ id });
    const rows = async () => {
      const db = await new Dexie(desk.disk.databaseName).open();
      const all = await Promise.all(['messages', 'acknowledgements'].map((table) => db.table(table).toArray()));
      db.close();
      return all;
    };
    const [before] = await rows();
    expect(before).toMatchObject([{ deskCode: '01', groups: ['security'], incidentId: '', drill: false }]);
    await take(desk, id, 'security');
    const [after, taken] = await rows();
    expect(after).toEqual(before);
    expect(taken).toMatchObject([{ messageId: id, deskCode: '01', group: 'security' }]);
    expect(JSON.stringify([after, taken]), 'words are sealed').not.toContain('轮椅');
  });

  it('is found after a rebuild of the database from the journal', async () => {
    const desk = await newDesk();
    const { id } = await send(desk, ['security', 'lead']);
    await take(desk, id, 'security');
    const before = await listed(desk);
    desk.kill();
    await Dexie.delete(desk.disk.databaseName);
    const next = new Desk(desk.disk);
    expect((await next.open()).state).toBe('rebuild');
    expect(await listed(next)).toEqual(before);
  });

  it('newest first, an incident’s by itself; one of a drill is marked, and waits for nobody once that is over', async () => {
    const desk = await newDesk();
    await send(desk, ['lead'], { text: '一' });
    const { id: incidentId } = await drill(desk);
    await send(desk, ['lead'], { text: '二', incidentId });
    await send(desk, ['lead'], { text: '三' });
    expect((await listed(desk)).map(({ text, drill }) => [text, drill])).toEqual([
      ['三', false],
      ['二', true],
      ['一', false],
    ]);
    expect(await listed(desk, incidentId)).toMatchObject([{ text: '二', incidentNumber: expect.stringContaining('Y01') }]);
    expect(await open(desk)).toBe(3);
    const end = { kind: 'false-alarm' as const, reason: '演练结束' };
    await desk.request('incident.add', { requestId: uuid(), id: incidentId, entry: end }, CLERK);
    expect(await open(desk)).toBe(2);
    const lost = await desk.try('message.send', { requestId: uuid(), groups: ['lead'], text: '四', incidentId: uuid() }, CLERK);
    expect(lost).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('messages on paper', () => {
  it('are frozen with their receipts; a drill’s never with the real ones', async () => {
    const desk = await newDesk();
    expect(await desk.call('internal.print.messages', { incidentId: '' }, CLERK)).toMatchObject({ error: { code: 'refused' } });
    const { id } = await send(desk, ['security', 'logistics']);
    await take(desk, id, 'security');
    const { id: incidentId } = await drill(desk);
    await send(desk, ['lead'], { text: '演练通知', incidentId });
    const real = await print(desk);
    expect(real).toMatchObject({ messages: 1, job: { kind: 'messages', printer: '卡片机', content: { model: { drill: false } } } });
    const { model } = real.job.content as Extract<typeof real.job.content, { kind: 'messages' }>;
    expect(model.messages).toMatchObject([
      {
        text: TEXT,
        groups: [
          { name: '安全保障组', person: '钱安保' },
          { name: '后勤保障组', person: '', at: '' },
        ],
      },
    ]);
    const practice = await print(desk, incidentId);
    expect(practice.job.label).toMatch(/^演练 /);
    expect(practice.job.content).toMatchObject({ model: { drill: true, messages: [{ text: '演练通知' }] } });
  });

  it('of an earlier day are on today’s paper only while somebody still has to take them', async () => {
    const desk = await newDesk();
    const { id } = await send(desk, ['security'], { text: '已接' });
    await take(desk, id, 'security');
    await send(desk, ['security'], { text: '未接' });
    desk.kill();
    desk.disk.clockOffsetMs += 2 * 86_400_000;
    const next = new Desk(desk.disk);
    await next.open();
    expect((await print(next)).job.content).toMatchObject({ model: { messages: [{ text: '未接' }] } });
    expect((await print(next)).messages).toBe(1);
  });
});
