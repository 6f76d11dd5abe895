import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, CLERK, Desk, Disk, GUO, newDesk, register, staffIds } from './desk';
import { act, hallNow, refusal, rowOf } from './hall';
import { begin, boardNow, end, fillFocus, notes, say, TALKER, talk, tryBegin, view } from './talk';

const LEADER = actor(staffIds.admin, 'leader');

describe('an interview begins', () => {
  it('with three different people; one person in two roles is refused whatever anybody allows', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const twice = await tryBegin(desk, visitId, 'room-1', {
      team: { observer: staffIds.talker },
      override: { reason: '人手不足', approverId: staffIds.admin },
    });
    expect(twice).toMatchObject({ ok: false, error: { fields: { observer: expect.stringContaining('同一人') } } });
    const id = await begin(desk, visitId, 'room-1');
    expect(await view(desk, id)).toMatchObject({
      state: 'talking',
      roomId: 'room-1',
      team: { lead: '李接谈', recorder: '赵登记', observer: '钱安保' },
    });
    expect(await hallNow(desk)).toMatchObject({ byState: { interview: 1 } });
  });

  it('with two people only when somebody allowed it, and the record says who and why', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    expect(await tryBegin(desk, visitId, 'room-1', { team: { observer: '' } })).toMatchObject({
      error: { message: '接谈组应不少于 3 人，现 2 人。', fields: { observer: '请选择观察' } },
    });
    const id = await begin(desk, visitId, 'room-1', {
      team: { observer: '' },
      override: { reason: '观察员请假', approverId: staffIds.admin },
    });
    expect((await notes(desk, id)).map(({ text }) => text)).toContain('接谈组应不少于 3 人，现 2 人。经孙管理批准：观察员请假');
  });

  it('in no room where somebody else is; one not put in order may be used', async () => {
    const desk = await newDesk();
    const one = await register(desk);
    const two = await register(desk, { people: [GUO] });
    const id = await begin(desk, one.visitId, 'room-1');
    expect(await tryBegin(desk, two.visitId, 'room-1')).toMatchObject({ error: { fields: { roomId: expect.stringContaining('A001') } } });
    await end(desk, id);
    const board = await boardNow(desk);
    expect(board.rooms.map(({ state }) => state)).toEqual(['to-tidy', 'free']);
    await begin(desk, two.visitId, 'room-1');
    const after = await boardNow(desk);
    expect(after.rooms[0]).toMatchObject({ state: 'talking', queueNumber: 'A002' });
  });

  it('who cannot walk is offered and given only a room with a wheelchair', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, { needs: ['mobility'] });
    const { next } = await boardNow(desk);
    expect(next[0]?.roomIds).toEqual(['room-1']);
    expect(await tryBegin(desk, visitId, 'room-2')).toMatchObject({ error: { fields: { roomId: expect.stringContaining('轮椅') } } });
    expect(await refusal(desk, visitId, { act: 'call', roomId: 'room-2' })).toContain('轮椅');
  });

  it('by mistake: taken back while nobody has said a word, not after', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await begin(desk, visitId, 'room-1');
    await act(desk, visitId, { act: 'undo' });
    expect((await rowOf(desk, visitId)).state).toBe('issued');
    const id = await begin(desk, visitId, 'room-1');
    await say(desk, id, '我是来问退休金的。');
    expect(await refusal(desk, visitId, { act: 'undo' })).toContain('已有记录');
    expect(await refusal(desk, visitId, { act: 'end' })).toContain('处理结果');
    expect(await refusal(desk, visitId, { act: 'enter', roomId: 'room-2' })).toContain('开始接谈');
  });
});

describe('the record', () => {
  it('keeps what was said in the order of writing, with rare characters, and as much as somebody can say', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    const long = '𠮷䶮'.repeat(25_000);
    await say(desk, id, long);
    await say(desk, id, '第二句\n第二行');
    expect((await notes(desk, id)).map(({ text }) => text).slice(1)).toEqual([long, '第二句\n第二行']);
    const shape = { requestId: uuid(), id, note: { kind: 'visitor' as const, text: '长'.repeat(100_001), elapsed: 0 } };
    expect(() => desk.try('interview.note', shape, TALKER)).toThrow('最多 100000 字');
  });

  it('the same request twice is one line', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    const requestId = uuid();
    const note = { kind: 'lead' as const, text: '请慢慢说。', elapsed: 0 };
    const one = await desk.request('interview.note', { requestId, id, note }, TALKER);
    expect(await desk.request('interview.note', { requestId, id, note }, TALKER)).toEqual(one);
    expect((await notes(desk, id)).filter(({ kind }) => kind === 'lead')).toHaveLength(1);
  });

  it('a clock set back by an hour while the program was closed changes neither order nor durations', async () => {
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await say(desk, id, '先说的');
    const before = (await desk.request('interview.clock', { id }, TALKER)).elapsed;
    desk.kill();
    disk.clockOffsetMs = -3_600_000;
    const again = new Desk(disk);
    await again.open();
    const after = (await again.request('interview.clock', { id }, TALKER)).elapsed;
    expect(after).toBeGreaterThanOrEqual(before - 1000);
    expect(after).toBeLessThan(before + 60_000);
    await say(again, id, '后说的', 1_000_000_000);
    const said = (await notes(again, id)).filter(({ kind }) => kind === 'visitor');
    expect(said.map(({ text }) => text)).toEqual(['先说的', '后说的']);
    expect(said[1]?.elapsed, 'no moment lies in the future').toBeLessThan(before + 60_000);
  });

  it('pages back through what was said before', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    for (let i = 1; i <= 12; i++) await say(desk, id, `第 ${i} 句`);
    const page = await desk.request('interview.earlier', { id, before: 10, limit: 3 }, TALKER);
    expect(page.map(({ text, n }) => [n, text])).toEqual([
      [7, '第 7 句'],
      [8, '第 8 句'],
      [9, '第 9 句'],
    ]);
  });

  it('moods, pauses and changes of people are lines of their own', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await desk.request('interview.mood', { id, mood: 'extreme' }, TALKER);
    await desk.request('interview.act', { id, act: { act: 'pause', reason: '喝水' } }, TALKER);
    expect(await desk.try('interview.act', { id, act: { act: 'pause', reason: '再停' } }, TALKER)).toMatchObject({ ok: false });
    await desk.request('interview.act', { id, act: { act: 'resume' } }, TALKER);
    const replace = (input: object) => desk.call('internal.interview.replace', { id, ...input }, TALKER);
    const byAdmin = { role: 'lead', staffId: staffIds.admin, reason: '来访人要求' };
    expect(await replace(byAdmin), 'the only qualified one').toMatchObject({
      error: { message: expect.stringContaining('换人后接谈组没有具备') },
    });
    const allowed = { ...byAdmin, override: { reason: '无人可换', approverId: staffIds.guard } };
    expect(await replace(allowed)).toMatchObject({ ok: true });
    const twice = { role: 'observer', staffId: staffIds.clerk, reason: '兼任' };
    expect(await replace(twice)).toMatchObject({ error: { fields: { staffId: expect.anything() } } });
    await desk.request('interview.act', { id, act: { act: 'dismiss', hint: 'escalate', reason: '已安抚' } }, TALKER);
    const { mood, moods, team, escalationDismissed } = await view(desk, id);
    expect({ mood, moods: moods.length, lead: team.lead }).toEqual({ mood: 'extreme', moods: 1, lead: '孙管理' });
    expect(escalationDismissed).toBeGreaterThanOrEqual(0);
    expect((await notes(desk, id)).map(({ text }) => text)).toEqual([
      '接谈开始，第一接访室；主谈 李接谈，记录 赵登记，观察 钱安保。',
      '平稳 → 过激',
      '暂停接谈：喝水',
      '继续接谈。',
      '主谈由李接谈换为孙管理：来访人要求。接谈组没有具备心理学背景或群众工作经验的人员。经钱安保批准：无人可换',
      '系统建议升级为突发处置，未采纳：已安抚',
    ]);
  });
});

describe('a secret matter', () => {
  it('is hidden from all but the people named, and who asked is in the audit trail', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, { summary: '反映某领导收礼' });
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    const target = { name: '县纪委监委', address: '为民路 3 号', phone: '', basis: '' };
    await end(desk, id, { result: 'discipline', target });
    expect(await desk.request('interview.clock', { id }, TALKER)).toMatchObject({ running: false });
    expect(await desk.try('interview.clock', { id }, LEADER)).toMatchObject({ error: { code: 'secret' } });
    const { rows } = await desk.request('search.find', { text: '李秀兰', limit: 5 }, CLERK);
    expect(JSON.stringify(rows)).not.toContain('收礼');
    const trail = await desk.request('audit.list', { limit: 50 }, actor(staffIds.admin, 'auditor'));
    expect(JSON.stringify(trail)).toContain('拒绝查看保密事项');
  });
});

describe('a talk that was left running overnight', () => {
  it('stands in its room the next day, is in front of its team again, and can be ended', async () => {
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    desk.kill();
    disk.clockOffsetMs = 26 * 3_600_000;
    const later = new Desk(disk);
    await later.open();
    const { rooms } = await boardNow(later);
    expect(rooms[0]).toMatchObject({ state: 'talking', interviewId: id });
    expect(await later.request('interview.mine', {}, TALKER)).toEqual({ id });
    await end(later, id);
    expect(await later.request('interview.mine', {}, TALKER)).toBeNull();
  });

  it('leaves a room to be put in order, whatever day it is', async () => {
    const disk = new Disk();
    const desk = await newDesk({ disk });
    const { visitId } = await register(desk);
    await talk(desk, visitId, 'room-2');
    desk.kill();
    disk.clockOffsetMs = 50 * 3_600_000;
    const later = new Desk(disk);
    await later.open();
    const states = async () => (await boardNow(later)).rooms.map(({ state }) => state);
    expect(await states()).toEqual(['free', 'to-tidy']);
    await later.request('interview.tidied', { roomId: 'room-2' }, TALKER);
    expect(await states()).toEqual(['free', 'free']);
  });
});
