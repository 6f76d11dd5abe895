import { describe, expect, it } from 'vitest';
import { HallScreen } from '../../../shared/domain/hall';
import { HallScreenSettings } from '../../../shared/domain/hall-screen';
import { numberBorn } from '../../shared/facts';
import { CLERK, Desk, LAN, newDesk, register } from './desk';
import { act, guide, now } from './hall';
import { begin } from './talk';

const screenOf = async (desk: Desk): Promise<HallScreen> => HallScreen.strict().parse(await now<unknown>(desk, 'hall.screen'));

/** Each with a number of its own, for a person is known by it. */
const NUMBERS = ['001', '003', '005', '007', '009'].map((sequence) => numberBorn('1960-03-12', sequence));

describe('what leaves for the hall screen', () => {
  it('is a mask that hides something, whatever a name looks like', async () => {
    const desk = await newDesk();
    const names = ['李秀兰', '欧阳', '岳', 'John Smith', '阿卜杜拉·买买提'];
    for (const [n, name] of names.entries()) {
      const { visitId } = await register(desk, { people: [{ ...LAN, docNumber: NUMBERS[n] ?? '', name }] });
      await act(desk, visitId, { act: 'call', roomId: 'room-1' });
    }
    const { calls } = await screenOf(desk);
    const masks = calls.map((call) => call.nameMasked).reverse();
    expect(masks).toEqual(['李**', '欧*', '*', 'J*********', '阿*******']);
    const text = JSON.stringify(await screenOf(desk));
    for (const name of names) expect(text).not.toContain(name);
  });

  it('counts who waits, and sets apart who is in and who missed the call', async () => {
    const desk = await newDesk();
    const visits: string[] = [];
    for (const docNumber of NUMBERS) visits.push((await register(desk, { people: [{ ...LAN, docNumber }] })).visitId);
    for (const id of visits) await act(desk, id, guide);
    const [inside = '', missed = '', called = ''] = visits;
    await begin(desk, inside, 'room-1', { from: 'waiting' });
    await act(desk, missed, { act: 'call', roomId: 'room-2' });
    await act(desk, missed, { act: 'absent' });
    await act(desk, called, { act: 'call', roomId: 'room-2' });
    const screen = await screenOf(desk);
    expect(screen.talking).toEqual([{ queueNumber: 'A001', roomName: '第一接访室' }]);
    expect(screen.missed).toEqual(['A002']);
    expect(screen.calls.map((call) => call.queueNumber)).toEqual(['A003']);
    expect([screen.next, screen.waiting]).toEqual([['A004', 'A005'], 2]);
  });

  it('knows nothing of a person beside the mask of those who are called', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await act(desk, visitId, { act: 'call', roomId: 'room-1' });
    const screen = await screenOf(desk);
    expect(Object.keys(screen).sort()).toEqual(['calls', 'demo', 'missed', 'next', 'notice', 'talking', 'unitName', 'waiting']);
    expect(Object.keys(screen.calls[0] ?? {}).sort()).toEqual(['calledAt', 'calls', 'nameMasked', 'queueNumber', 'roomName']);
  });
});

describe('the setting of the hall screen', () => {
  it('is the desk’s own and is remembered over a restart', async () => {
    const desk = await newDesk();
    const wanted = HallScreenSettings.parse({ on: true, displayId: '77', displayLabel: 'HDMI-2', sound: 'chime' });
    expect((await desk.internal('internal.settings', null)).hallScreen.on).toBe(false);
    await desk.request('settings.hallScreen', wanted, CLERK);
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    expect((await again.internal('internal.settings', null)).hallScreen).toEqual(wanted);
    again.kill();
    const other = new Desk(desk.disk, '02');
    await other.open();
    expect((await other.internal('internal.settings', null)).hallScreen.on).toBe(false);
  });
});
