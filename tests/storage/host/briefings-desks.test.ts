import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { create, DRAFTER, decide, giveRights, issue, SIGNER_ID, sign, submit, view } from './briefing';
import { actor, type Desk, newDesk, staffIds } from './desk';
import { Hub, joinedDesk } from './hub';

const ADMIN = actor(staffIds.admin, 'administrator');
const numberOf = async (desk: Desk): Promise<string> => (await issue(desk)).number.replace(/^.*第/, '第');
const n = (count: number): string => `第${count}期`;

/** 01 numbers, 02 and 03 are there. */
async function threeDesks() {
  const one = await newDesk();
  await giveRights(one);
  const { hall } = await one.internal('internal.settings', null);
  const more = ['02', '03'].map((code) => ({ code, letter: code === '02' ? 'B' : 'C', name: `${code}号登记台` }));
  await one.request('settings.put', { key: 'hall', value: { ...hall, desks: [...hall.desks, ...more] } }, ADMIN);
  for (const code of ['01', '02', '03']) await one.internal('internal.sync.putDesk', { code, publicKey: code.repeat(32) });
  const [two, three] = [await joinedDesk(one.disk, '02'), await joinedDesk(one.disk, '03')];
  const hub = new Hub(one.disk.hallId);
  const say = (desk: Desk, code: string) => hub.publish(desk, code);
  await say(one, '01');
  for (const desk of [two, three]) await hub.bringAll(desk);
  return { one, two, three, hub, say };
}
/** As an administrator does in the settings. */
async function handOver(desk: Desk, to: string) {
  const { reports } = await desk.internal('internal.settings', null);
  return desk.try('settings.put', { key: 'reports', value: { ...reports, briefingDesk: to } }, ADMIN);
}

describe('the desk that numbers', () => {
  it('hands the numbering over itself; what it issued without a network is known where it goes on', async () => {
    const { one, two, hub, say } = await threeDesks();
    expect(await numberOf(one)).toBe(n(1));
    // The network is away: another one is issued, and the numbering is to go to 02.
    expect(await handOver(two, '02')).toMatchObject({ ok: false, error: { fields: { briefingDesk: expect.stringContaining('只能在') } } });
    expect(await numberOf(one)).toBe(n(2));
    expect((await handOver(one, '02')).ok).toBe(true);
    const id = await create(one);
    await submit(one, id);
    await decide(one, id);
    expect(await sign(one, id), 'from now on not here').toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('02号登记台') },
    });
    await say(one, '01');
    await hub.bringAll(two);
    expect(await numberOf(two)).toBe(n(3));
  });

  it('is not moved back by who saves an older form', async () => {
    const { one, two, three, hub, say } = await threeDesks();
    expect(await numberOf(one)).toBe(n(1));
    expect((await handOver(one, '02')).ok).toBe(true);
    await say(one, '01');
    await hub.bringAll(two);
    expect(await numberOf(two)).toBe(n(2));
    // 03 has heard of nothing, and saves the same settings with another word in them.
    const { reports } = await three.internal('internal.settings', null);
    expect((await three.try('settings.put', { key: 'reports', value: { ...reports, to: '县委' } }, ADMIN)).ok).toBe(true);
    await say(three, '03');
    await say(two, '02');
    for (const desk of [one, two, three]) await hub.bringAll(desk);
    const id = await create(one);
    await submit(one, id);
    await decide(one, id);
    expect((await sign(one, id)).ok).toBe(false);
    expect(await numberOf(two)).toBe(n(3));
  });

  it('stays in the list of desks while it numbers', async () => {
    const { one } = await threeDesks();
    const { hall } = await one.internal('internal.settings', null);
    const refused = await one.try('settings.put', { key: 'hall', value: { ...hall, desks: hall.desks.slice(1) } }, ADMIN);
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('先在「专报和日终」把编号移交') } });
  });

  it('once lost and revoked is followed by the desk that revoked it, which holds all that counts of it', async () => {
    const { one, two, three, hub, say } = await threeDesks();
    await numberOf(one);
    expect((await handOver(one, '02')).ok).toBe(true);
    await say(one, '01');
    await hub.bringAll(two);
    expect(await numberOf(two)).toBe(n(2));
    await say(two, '02');
    await hub.bringAll(three);
    // 02 gave another one, and was stolen before anybody heard of it.
    expect(await numberOf(two)).toBe(n(3));
    await three.internal('internal.sync.revokeDesk', { code: '02', reason: '被盗', renewed: null }, staffIds.admin);
    await say(three, '03');
    await hub.bringAll(one);
    expect(await handOver(one, '01')).toMatchObject({
      ok: false,
      error: { fields: { briefingDesk: expect.stringContaining('停用它的登记台') } },
    });
    expect((await handOver(three, '01')).ok).toBe(true);
    await say(three, '03');
    await hub.bringAll(one);
    // 01 has not got the second one's record, and counts on from it all the same.
    expect(await numberOf(one)).toBe(n(3));
  });
});

describe('two desks', () => {
  it('one drafts and reviews, the other numbers; what the first did before it heard of it changes nothing that was signed', async () => {
    const one = await newDesk();
    await giveRights(one);
    const other = await joinedDesk(one.disk, '02');
    const hub = new Hub(one.disk.hallId);
    const meet = async (): Promise<void> => {
      await hub.publish(one, '01');
      await hub.publish(other, '02');
      for (const desk of [one, other]) await hub.bringAll(desk);
    };
    await meet();
    const id = await create(other);
    await submit(other, id);
    await decide(other, id);
    expect(await sign(other, id)).toMatchObject({ ok: false, error: { message: expect.stringContaining('请到一号登记台签发') } });
    await meet();
    const signed = await sign(one, id);
    expect(signed.ok && signed.value.number).toMatch(/第1期$/);
    // The other desk has not heard of it: it is returned there and written anew.
    expect((await decide(other, id, { step: 'sign', verdict: 'return', reason: '补充', signerId: SIGNER_ID })).ok).toBe(true);
    const { text, edition } = await view(other, id);
    await other.request('briefing.save', { requestId: uuid(), id, edition, input: { ...text, to: '另一处' } }, DRAFTER);
    await meet();
    for (const desk of [one, other]) {
      expect(await view(desk, id)).toMatchObject({
        state: 'issued',
        number: signed.ok ? signed.value.number : '',
        text: { to: '领导小组' },
      });
      expect(JSON.stringify(await desk.internal('internal.briefing.model', { id }))).not.toContain('另一处');
      expect(await desk.try('briefing.save', { requestId: uuid(), id, edition: edition + 1, input: text }, DRAFTER)).toMatchObject({
        ok: false,
      });
    }
    expect((await issue(one)).number).toMatch(/第2期$/);
  });
});
