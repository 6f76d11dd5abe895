import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/rules/time';
import { CLERK, type Desk, Disk, newDesk as deskOn, GUO, register, registration, verify } from './desk';
import { hallNow, queue } from './hall';

/** Noon: the hours below are over, whatever the machine's clock says. */
async function newDesk(): Promise<Desk> {
  const disk = new Disk();
  disk.clockOffsetMs = Date.parse(`${dayOf(Date.now())}T12:00:00+08:00`) - Date.now();
  return deskOn({ disk });
}
const today = (desk: Desk): string => dayOf(Date.now() + desk.disk.clockOffsetMs);
const paper = (desk: Desk, over = {}) => ({ paper: { cardNo: 1, date: today(desk), arrived: '8:15', left: '9:40', ...over } });

describe('补录', () => {
  it('keeps the number of the paper, prints nothing, and the program counts on where it was', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    const back = await register(desk, { people: [GUO], ...paper(desk, { cardNo: 3 }) });
    expect(back).toMatchObject({ queueNumber: 'A9003', number: `${today(desk).replaceAll('-', '')}-01-9003`, backfilled: true });
    expect(back.printJobId).toBeUndefined();
    const next = await register(desk);
    expect([first.queueNumber, next.queueNumber]).toEqual(['A001', 'A002']);
    const visit = await desk.request('visit.get', { id: back.visitId }, CLERK);
    expect(visit).toMatchObject({ state: 'returned', date: today(desk) });
    expect(visit.enteredAt).toBeGreaterThan(visit.registeredAt);
    expect(await hallNow(desk)).toMatchObject({ visits: 3, inHall: 2, returned: 1, cardsOut: 2 });
  });

  it('whoever is still here stands in the queue; the same card twice is refused beside its field', async () => {
    const desk = await newDesk();
    await register(desk, paper(desk, { left: '' }));
    expect(await queue(desk)).toMatchObject([{ queueNumber: 'A9001', backfilled: true, state: 'issued' }]);
    const again = await registration(desk, { people: [GUO], ...paper(desk, { cardNo: 9001 }) });
    const result = await desk.try(
      'visit.register',
      { requestId: '01900000-0000-7000-8000-00000000000a', verificationId: await verify(desk, again), registration: again },
      CLERK,
    );
    expect(result).toMatchObject({ ok: false, error: { fields: { 'paper.cardNo': 'A9001 在这一天已经补录，请核对卡号' } } });
    expect((await hallNow(desk)).visits).toBe(1);
  });

  it('of an earlier day belongs to that day, and the matter is not younger for it', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { matterId, personId } = await desk.request('visit.get', { id: visitId }, CLERK);
    const yesterday = addDays(today(desk), -1);
    await register(desk, { matterId, ...paper(desk, { date: yesterday }) });
    const known = await desk.request('person.known', { personId }, CLERK);
    expect(known?.matters).toMatchObject([{ visits: 2, lastVisit: today(desk) }]);
    expect(await hallNow(desk)).toMatchObject({ visits: 1, earlier: 0 });
  });

  it('is corrected and made void on the day it was typed in, and a void one leaves its number to the card in the visitor’s hand', async () => {
    const desk = await newDesk();
    const yesterday = addDays(today(desk), -1);
    const back = await register(desk, paper(desk, { date: yesterday }));
    await desk.request('visit.correct', { id: back.visitId, patch: { summary: '写错一字' }, reason: '录错' }, CLERK);
    await desk.request('visit.void', { id: back.visitId, reason: '录错人' }, CLERK);
    const again = await register(desk, { people: [GUO], ...paper(desk, { date: yesterday }) });
    expect(again.number).toBe(back.number);
    const here = await register(desk, { people: [GUO], ...paper(desk, { cardNo: 2, left: '' }) });
    await desk.request('visit.void', { id: here.visitId, reason: '录错人' }, CLERK);
    const right = await register(desk, paper(desk, { cardNo: 2, left: '' }));
    expect((await desk.request('visit.byCard', { scanned: 'A9002' }, CLERK))?.id).toBe(right.visitId);
  });
});
