import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { CLERK, newDesk, register } from './desk';
import { act, hallNow, refusal, rowOf } from './hall';
import { begin, boardNow, end, fillFocus, notes, say, TALKER, talk, tryEnd, view } from './talk';

describe('an interview ends', () => {
  it('with a result and the four points, or not at all', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    expect(await tryEnd(desk, id, { result: 'verify' })).toMatchObject({
      error: { fields: { 'focus.demand': expect.anything(), 'focus.occasion': expect.anything(), department: '请填写责任科室' } },
    });
    await fillFocus(desk, id);
    const { deadlines } = await end(desk, id, { result: 'verify', department: '社保科' });
    expect(deadlines.map(({ code, due }) => [code, due !== ''])).toEqual([
      ['D1', true],
      ['D2', true],
      ['D3', true],
      ['D5', false],
    ]);
    expect((await rowOf(desk, visitId)).state).toBe('ended');
    const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: '11010519491231002X' }, CLERK);
    expect(known?.matters[0]?.promises.map(({ label }) => label)).toEqual([
      '3 个工作日内调查',
      '10 个工作日内反馈',
      '15 日内转送、交办或书面告知',
    ]);
    expect(await tryEnd(desk, id, { result: 'left', reason: '再来一次' })).toMatchObject({ error: { code: 'conflict' } });
    expect(await refusal(desk, visitId, { act: 'undo' })).toContain('补正');
  });

  it.each([
    [{ result: 'answered' as const, answer: '按规定执行' }, 'noBasisReason'],
    [{ result: 'judicial' as const }, 'target.name'],
    [{ result: 'judicial' as const, target: { name: '人民法院', address: '', phone: '', basis: '' } }, 'target.address'],
    [{ result: 'accepted' as const, department: '信访科' }, 'acceptedOn'],
    [{ result: 'not-accepted' as const, reason: '上级正在办理' }, 'article'],
    [{ result: 'concluded' as const, article: '36 条' }, 'decisionNo'],
    [{ result: 'left' as const }, 'reason'],
  ])('%o is refused beside %s', async (disposal, field) => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    expect(await tryEnd(desk, id, disposal)).toMatchObject({ ok: false, error: { fields: { [field]: expect.anything() } } });
  });

  it('the 60 days run from 受理', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    const { deadlines } = await end(desk, id, { result: 'accepted', department: '信访科', acceptedOn: '2026-11-23' });
    expect(deadlines).toMatchObject([{ code: 'D5', start: '2026-11-23', due: '2027-01-22' }]);
  });

  it('what was typed under another result is neither stored nor counted from', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    const other = { acceptedOn: '2026-11-23', reason: '不该留下', target: { name: '法院', address: '路', phone: '', basis: '' } };
    const { deadlines } = await end(desk, id, { result: 'verify', department: '社保科', ...other });
    expect(deadlines.find(({ code }) => code === 'D5')).toMatchObject({ start: '', due: '' });
    expect((await view(desk, id)).disposal).toMatchObject({ acceptedOn: '', reason: '', target: { name: '' } });
    const shown = await desk.request('interview.promises', { result: 'verify', acceptedOn: '2026-11-23', simple: true }, TALKER);
    expect(shown.map(({ code, due }) => code === 'D5' && due)).toContain('');
  });

  it('受理 in the future is refused', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    expect(await tryEnd(desk, id, { result: 'accepted', department: '社保科', acceptedOn: '2999-01-01' })).toMatchObject({
      error: { fields: { acceptedOn: '受理日期不能晚于今天' } },
    });
  });

  it('amendments stand beside a record that stays as it was', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    const { noteId } = await say(desk, id, '每月少发 312 元。');
    const amendment = { amends: noteId, text: '应为 321 元。', reason: '听错' };
    expect(await desk.try('interview.amend', { requestId: uuid(), id, amendment }, TALKER)).toMatchObject({ ok: false });
    await end(desk, id);
    await desk.request('interview.amend', { requestId: uuid(), id, amendment }, TALKER);
    const all = await notes(desk, id);
    expect(all.map(({ text }) => text)).toContain('每月少发 312 元。');
    expect(all.at(-1)).toMatchObject({
      kind: 'amendment',
      amends: '00:00:00「每月少发 312 元。」',
      text: '应为 321 元。（补正原因：听错）',
    });
    const nothing = { ...amendment, amends: uuid() };
    expect(await desk.try('interview.amend', { requestId: uuid(), id, amendment: nothing }, TALKER)).toMatchObject({ ok: false });
    expect(
      await desk.try('interview.note', { requestId: uuid(), id, note: { kind: 'lead', text: '晚了', elapsed: 0 } }, TALKER),
    ).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

describe('an ended talk', () => {
  it('frees the people at once and the room when it is in order', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await talk(desk, visitId, 'room-2');
    await desk.request('interview.tidied', { roomId: 'room-2' }, TALKER);
    const { rooms } = await boardNow(desk);
    expect(rooms.map(({ state }) => state)).toEqual(['free', 'free']);
    await act(desk, visitId, { act: 'return' });
    expect(await hallNow(desk)).toMatchObject({ inHall: 0, returned: 1 });
  });
});
