import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { create, DRAFTER, decide, giveRights, issue, SIGNER_ID, sign, submit, view } from './briefing';
import { newDesk } from './desk';
import { Hub, joinedDesk } from './hub';

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
