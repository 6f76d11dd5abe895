import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/rules/time';
import { numberBorn } from '../../shared/facts';
import { CLERK, type Desk, Disk, newDesk as deskOn, type Registering, register } from './desk';
import { act, guide } from './hall';

/** Noon, so that visits of this morning and of yesterday can be typed in. */
async function newDesk(): Promise<Desk> {
  const disk = new Disk();
  disk.clockOffsetMs = Date.parse(`${dayOf(Date.now())}T12:00:00+08:00`) - Date.now();
  return deskOn({ disk });
}
const today = (desk: Desk): string => dayOf(Date.now() + desk.disk.clockOffsetMs);
const person = (name: string, n: number) => ({
  docType: 'resident-id' as const,
  docNumber: numberBorn('1980-01-01', String(n).padStart(3, '0')),
  name,
  phone: '',
});
const come = (desk: Desk, name: string, n: number, over: Partial<Registering> = {}) =>
  register(desk, { people: [person(name, n)], ...over });
const paper = (date: string, cardNo: number) => ({ paper: { cardNo, date, arrived: `9:0${cardNo}`, left: '10:00' } });
const find = async (desk: Desk, text: string, limit = 20) => {
  const { rows, capped } = await desk.request('search.find', { text, limit }, CLERK);
  return { found: rows.map((row) => `${row.name} ${row.queueNumber}`), capped };
};

describe('a search', () => {
  it('of a day, a state, a kind, a mark, or several of them', async () => {
    const desk = await newDesk();
    const yesterday = addDays(today(desk), -1);
    const first = await come(desk, '王芳', 1);
    await come(desk, '李军', 3, paper(yesterday, 1));
    await come(desk, '王军', 5, paper(yesterday, 2));
    await come(desk, '王强', 7, { kind: 'collective', heads: 9, others: 8, othersAreaId: 'r1' });
    await act(desk, first.visitId, guide);
    expect((await find(desk, '今天')).found).toEqual(['王强 A002', '王芳 A001']);
    expect((await find(desk, '昨天')).found).toEqual(['王军 A9002', '李军 A9001']);
    expect((await find(desk, '王 昨天')).found).toEqual(['王军 A9002']);
    expect((await find(desk, '等候')).found).toEqual(['王芳 A001']);
    expect((await find(desk, '集体访')).found).toEqual(['王强 A002']);
    expect((await find(desk, '补录 军')).found).toEqual(['王军 A9002', '李军 A9001']);
    expect((await find(desk, `A9001 ${yesterday}`)).found).toEqual(['李军 A9001']);
    expect((await find(desk, '上周至今天 A9002')).found).toEqual(['王军 A9002']);
    expect((await find(desk, '未交还 王')).found).toEqual(['王强 A002', '王芳 A001']);
  });

  it('of a name so common that its newest people do not hold the day', async () => {
    const desk = await newDesk();
    const yesterday = addDays(today(desk), -1);
    await come(desk, '王芳', 1, paper(yesterday, 1));
    for (let n = 0; n < 30; n++) await come(desk, '王强', 11 + n * 2);
    const { found, capped } = await find(desk, '王 昨天', 5);
    expect(found).toEqual(['王芳 A9001']);
    expect(capped).toBe(false);
    expect((await find(desk, '王 今天', 5)).found).toHaveLength(5);
    expect((await find(desk, '王 今天', 5)).capped).toBe(true);
  });

  it('of a name: who was known first and came last is first once the typing rests', async () => {
    const desk = await newDesk();
    await come(desk, '王芳', 1, paper(addDays(today(desk), -300), 1));
    let card = 10;
    for (let n = 0; n < 5; n++)
      for (let back = 0; back < 3; back++)
        await come(desk, '王芳', 11 + 2 * n, {
          paper: { cardNo: ++card, date: addDays(today(desk), -20 - back), arrived: '8:00', left: '9:00' },
        });
    const { queueNumber } = await come(desk, '王芳', 1);
    expect((await find(desk, '王芳', 30)).found[0]).toBe(`王芳 ${queueNumber}`);
  });

  it('says how it was understood, and that a day is none', async () => {
    const desk = await newDesk();
    const { understood } = await desk.request('search.find', { text: '2月30日 王' }, CLERK);
    expect(understood).toEqual([
      { as: 'no-such-day', text: '2月30日' },
      { as: 'person', text: '王' },
    ]);
  });
});
