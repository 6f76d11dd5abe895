import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { CLERK, Desk, newDesk, register } from './desk';
import { close, incident } from './incident';
import { begin, end } from './talk';

const DAY_MS = 24 * 3_600_000;

describe('what goes on in the hall, for whoever wants to install', () => {
  it('counts talks and incidents as long as they go on', async () => {
    const desk = await newDesk();
    const facts = () => desk.internal('internal.update.facts', null);
    expect(await facts()).toMatchObject({ talks: 0, incidents: 0, registrations: 0 });
    const { visitId } = await register(desk);
    const talk = await begin(desk, visitId, 'room-1');
    const alarm = await incident(desk);
    expect(await facts()).toMatchObject({ talks: 1, incidents: 1 });
    await end(desk, talk);
    await close(desk, alarm);
    expect(await facts()).toMatchObject({ talks: 0, incidents: 0 });
  });

  it('counts a registration that was begun today, until it is gone, and none of another day', async () => {
    const desk = await newDesk();
    const registrations = async () => (await desk.internal('internal.update.facts', null)).registrations;
    await desk.request('draft.save', { screen: 'hand-over', value: '一句话' }, CLERK);
    expect(await registrations()).toBe(0);
    await desk.request('draft.save', { screen: 'check-in', value: '{}' }, CLERK);
    expect(await registrations()).toBe(1);
    await desk.request('draft.discard', { screen: 'check-in' }, CLERK);
    expect(await registrations()).toBe(0);
    await desk.request('draft.save', { screen: 'check-in', value: '{}' }, CLERK);
    desk.kill();
    desk.disk.clockOffsetMs += DAY_MS;
    const tomorrow = new Desk(desk.disk);
    await tomorrow.open();
    expect((await tomorrow.internal('internal.update.facts', null)).registrations).toBe(0);
  });

  it('counts what is not printed yet', async () => {
    const desk = await newDesk();
    const printing = async () => (await desk.internal('internal.update.facts', null)).printing;
    const before = await printing();
    await desk.internal('internal.print.calibrate', { printer: 'HP' });
    expect(await printing()).toBe(before + 1);
  });
});
