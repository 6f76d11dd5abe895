import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Seat } from '../../../shared/domain/organisation';
import { contentsOf } from './contents';
import { actor, type Desk, newDesk, staffIds } from './desk';
import { ADMIN, at, COORDINATOR, DAY, enter, GUARD } from './forecast-desk';
import { Hub, joinedDesk } from './hub';
import { first } from './lives';

const HOUSE = actor(staffIds.talker, 'logistics');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:40:00'));
});
afterEach(() => vi.useRealTimers());

it('two desks that prepare apart lose neither’s work, and agree once they meet', async () => {
  const one = await newDesk();
  const other = await joinedDesk(one.disk, '02');
  const hub = new Hub(one.disk.hallId);
  const meet = async (): Promise<void> => {
    await hub.publish(one, '01');
    await hub.publish(other, '02');
    for (const desk of [one, other]) await hub.bringAll(desk);
  };
  const { id: itemId } = await enter(one, { who: '某小区业主', heads: 8, time: '10:00' });
  const seats = [Seat.parse({ key: 'head', group: 'lead', kind: 'head', person: '组长甲' })];
  await one.request('organisation.save', { from: DAY, seats }, ADMIN);
  await meet();

  const { preparation } = await one.internal('internal.settings', null);
  const items = preparation.roomItems.map(({ id }) => id);
  await one.request('preparation.room', { itemId, needs: [], roomId: 'room-2', items }, HOUSE);
  await one.request('facility.open', { reason: '消防已由物业查过' }, COORDINATOR);
  vi.setSystemTime(at('08:41:00'));
  const { talker, clerk, guard } = staffIds;
  await other.request('preparation.team', { itemId, lead: talker, recorder: clerk, observer: guard }, COORDINATOR);
  await other.request('patrol.add', { points: { 'doors-windows': 'good', 'fire-exits': 'good' } }, GUARD);
  await other.request('facility.open', { reason: '同时开场' }, COORDINATOR);
  await other.request('organisation.save', { from: DAY, seats: seats.map((seat) => ({ ...seat, person: '组长乙' })) }, ADMIN);
  await meet();
  await meet();

  const seen = async (desk: Desk) => ({
    day: await first(desk, 'preparation.day', { date: DAY }, COORDINATOR),
    facilities: await first(desk, 'facility.day', { date: DAY }, COORDINATOR),
    organisation: await first(desk, 'organisation.view', { day: DAY }, COORDINATOR),
  });
  const [here, there] = [await seen(one), await seen(other)];
  expect(here).toEqual(there);
  const steps = here.day.items[0]?.steps ?? [];
  expect(steps.find(({ key }) => key === 'room')).toMatchObject({ state: 'done', note: '第二接访室' });
  expect(steps.find(({ key }) => key === 'team')).toMatchObject({ state: 'done' });
  expect(here.day.rounds).toHaveLength(1);
  expect(here.facilities.opening, 'the first who opened').toMatchObject({ reason: '消防已由物业查过' });
  expect(here.organisation.edition?.seats, 'the later edition of the day').toMatchObject([{ person: '组长乙' }]);
  expect(here.organisation.editions).toHaveLength(2);
  expect((await contentsOf(one.disk, '01')).rows).toEqual((await contentsOf(other.disk, '02')).rows);
});
