import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Desk, newDesk, staffIds } from './desk';
import { Hub, joinedDesk } from './hub';
import { close, incident, lines, running, view } from './incident';

/** 收到: what the other desks see of who has taken note of an alarm. */
async function alarmAtTwo() {
  const one = await newDesk();
  const hub = new Hub(one.disk.hallId);
  const other = await joinedDesk(one.disk, '02');
  const id = await incident(one, 'E07');
  const meet = async (): Promise<void> => {
    await hub.publish(one, '01');
    await hub.publish(other, '02');
    for (const desk of [one, other]) await hub.bringAll(desk);
  };
  await meet();
  const hear = (desk: Desk, staffId: string | null = null) => desk.internal('internal.alarm.heard', { id }, staffId);
  return { one, other, id, meet, hear };
}

it('stands at both desks with its desk, its moment and its name; once, however often it is said', async () => {
  const { one, other, id, meet, hear } = await alarmAtTwo();
  await hear(other, staffIds.clerk);
  await hear(other);
  await meet();
  for (const desk of [one, other]) {
    expect((await view(desk, id)).heardBy).toMatchObject([{ deskCode: '02', staffName: '赵登记' }]);
    expect((await running(desk))[0]?.heard).toEqual(['02']);
    const said = (await lines(desk, id)).filter(({ data }) => data.kind === 'heard');
    expect(said).toMatchObject([{ deskCode: '02', staffName: '赵登记' }]);
    expect(said[0]?.text).toMatch(/ 收到警报$/);
  }
  expect((await lines(one, id))[0]?.deskCode, 'each line is of the desk that wrote it').toBe('01');
});

it('has no name where nobody was signed in, and is known after a restart', async () => {
  const { other, hear } = await alarmAtTwo();
  await hear(other);
  other.kill();
  const next = new Desk(other.disk, '02');
  await next.open();
  const [alarm] = await running(next);
  expect(alarm?.heard).toEqual(['02']);
  expect((await view(next, alarm?.id ?? '')).heardBy).toMatchObject([{ deskCode: '02', staffName: '' }]);
});

it('writes nothing about an alarm that is over', async () => {
  const { one, other, id, meet, hear } = await alarmAtTwo();
  await close(one, id);
  await meet();
  const before = other.disk.journal.length;
  await hear(other);
  expect(other.disk.journal.length).toBe(before);
});
