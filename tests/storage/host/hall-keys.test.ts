import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { decodeBatch } from '../../../electron/storage/host/batch-codec';
import { contentsOf } from './contents';
import { CLERK, Desk, newDesk, register, staffIds } from './desk';
import { Hub, joinedDesk } from './hub';

const RENEWED = { id: 0x1234, key: crypto.getRandomValues(new Uint8Array(32)) };
const SUITE_OF_GENERATION = 2;
const suites = (desk: Desk): number[] => desk.disk.journal.map((frame) => (frame[0] === 0x82 ? -1 : (decodeBatch(frame).body[0] ?? 0)));

/** 01 and 02 go on, 03 was stolen. */
async function hall() {
  const one = await newDesk();
  const hub = new Hub(one.disk.hallId);
  await hub.publish(one, '01');
  const [two, three] = [await joinedDesk(one.disk, '02'), await joinedDesk(one.disk, '03')];
  for (const code of ['01', '02', '03']) await one.internal('internal.sync.putDesk', { code, publicKey: code.repeat(32) });
  await hub.publish(one, '01');
  for (const desk of [two, three]) await hub.bringAll(desk);
  const shares = { '01': 'share for 01', '02': 'share for 02' };
  one.disk.laterKeys.push(RENEWED);
  await one.internal('internal.sync.revokeDesk', { code: '03', reason: '被盗', renewed: { ...RENEWED, shares } }, staffIds.admin);
  return { one, two, three, hub };
}

it("after a desk was lost, what is written is sealed with the hall's new key, and those who go on read it", async () => {
  const { one, two, three, hub } = await hall();
  const visit = await register(one);
  expect(suites(one).at(-1)).toBe(SUITE_OF_GENERATION);
  await hub.publish(one, '01');

  const early = await hub.bringAll(two);
  expect(early.at(-1), 'its share is not opened yet').toBe('waiting');
  expect(await two.internal('internal.sync.hallKeys', null)).toEqual([{ id: RENEWED.id, share: 'share for 02' }]);
  two.disk.laterKeys.push(RENEWED);
  const { waited } = await two.internal('internal.sync.addHallKey', RENEWED);
  await hub.bring(two, waited);
  expect(await two.internal('internal.sync.hallKeys', null)).toEqual([]);
  expect((await two.request('visit.get', { id: visit.visitId }, CLERK)).number).toBe(visit.number);
  expect(await contentsOf(two.disk, '02')).toEqual(await contentsOf(one.disk, '01'));

  await hub.bringAll(three);
  expect(await three.internal('internal.sync.hallKeys', null), 'no share for the lost one').toEqual([]);
  expect((await three.try('visit.get', { id: visit.visitId }, CLERK)).ok).toBe(false);
  expect(JSON.stringify(await contentsOf(three.disk, '03'))).not.toContain(visit.visitId);

  const back = await register(two);
  expect(suites(two).at(-1)).toBe(SUITE_OF_GENERATION);
  await hub.publish(two, '02');
  await hub.bringAll(one);
  expect((await one.request('visit.get', { id: back.visitId }, CLERK)).number).toBe(back.number);
});

it('the new key seals after a restart and opens in a rebuild, and what came before opens with the old one', async () => {
  const { one } = await hall();
  const visit = await register(one);
  const before = await contentsOf(one.disk, '01');
  for (const rebuild of [false, true]) {
    if (rebuild) await Dexie.delete(one.disk.databaseName);
    const again = new Desk(one.disk);
    await again.open();
    expect((await again.request('visit.get', { id: visit.visitId }, CLERK)).number).toBe(visit.number);
    expect(await contentsOf(one.disk, '01')).toEqual(before);
    again.kill();
  }
  const last = new Desk(one.disk);
  await last.open();
  await register(last);
  expect(suites(last).at(-1)).toBe(SUITE_OF_GENERATION);
});
