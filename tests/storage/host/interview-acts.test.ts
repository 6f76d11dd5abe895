import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, newDesk, register, staffIds } from './desk';
import { begin, TALKER, tryEnd } from './talk';

describe('a mark of the mood', () => {
  it("is the observer's, and says who pressed the key", async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await desk.request('interview.mood', { id, mood: 'upset' }, TALKER);
    await desk.request('interview.mood', { id, mood: 'calm' }, actor(staffIds.guard, 'interviewer'));
    const lines = await desk.request('interview.earlier', { id, before: 100, limit: 100 }, TALKER);
    expect(lines.slice(1).map(({ staffName, observer }) => [staffName, observer])).toEqual([
      ['李接谈', { name: '钱安保', self: false }],
      ['钱安保', { name: '钱安保', self: true }],
    ]);
  });
});

describe('the calm corner (plan S12)', () => {
  it('is a line of the record, and the talk goes on', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await desk.request('interview.act', { id, act: { act: 'calm-corner' } }, TALKER);
    const lines = await desk.request('interview.earlier', { id, before: 100, limit: 100 }, TALKER);
    expect(lines.map(({ text }) => text)).toEqual([expect.stringContaining('接谈开始'), '请来访人到情绪缓冲角休息。']);
    expect(await desk.request('interview.clock', { id }, TALKER)).toMatchObject({ running: true });
  });
});

describe('a talk that ends meanwhile', () => {
  it('takes nothing any more, although it ran when somebody asked', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    const late = { requestId: uuid(), id, note: { kind: 'lead' as const, text: '晚了', elapsed: 1 } };
    const answers = await Promise.all([
      tryEnd(desk, id, { result: 'left', reason: '有事先走' }),
      desk.try('interview.note', late, TALKER),
      desk.try('interview.mood', { id, mood: 'upset' }, TALKER),
      desk.try('interview.focus', { id, field: 'demand', entry: { text: '晚了', unstated: false } }, TALKER),
      desk.try('interview.act', { id, act: { act: 'pause', reason: '晚了' } }, TALKER),
      tryEnd(desk, id, { result: 'left', reason: '又一次' }),
    ]);
    expect(answers.map((each) => (each.ok ? 'done' : each.error.code))).toEqual(['done', ...Array(5).fill('conflict')]);
    const lines = await desk.request('interview.earlier', { id, before: 100, limit: 100 }, TALKER);
    expect(lines.map(({ kind }) => kind)).toEqual(['event', 'event']);
    expect(lines.at(-1)?.text).toContain('接谈结束');
  });
});
