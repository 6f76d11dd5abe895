import { randomBytes } from 'node:crypto';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import { connectDesk, newHub, removeHub } from './desks';
import { openFiles } from './files';

/** Everything that a desk does all day, with the credentials that attacks.test.ts attacks with. */
let hub: NewHub;
let first: NatsConnection;
let second: Awaited<ReturnType<typeof connectDesk>>;

beforeAll(async () => {
  hub = await newHub();
  first = await connectDesk(hub, '01');
  second = await connectDesk(hub, '02');
});
afterAll(async () => {
  await first.close();
  await second.close();
  await removeHub(hub);
});

const WRONG_LAST_SEQUENCE = 10071;

describe('publishing by compare-and-set', () => {
  it.each(['reception.log.02', 'reception.relay.02', 'reception.key.k1'])(
    'on %s takes the right place and refuses a wrong one',
    async (subject) => {
      const js = jetstream(second);
      const { seq } = await js.publish(subject, 'one', { expect: { lastSubjectSequence: 0 } });
      await expect(js.publish(subject, 'again', { expect: { lastSubjectSequence: 0 } })).rejects.toMatchObject({
        code: WRONG_LAST_SEQUENCE,
      });
      const next = await js.publish(subject, 'two', { expect: { lastSubjectSequence: seq } });
      expect(next.seq).toBeGreaterThan(seq);
    },
  );
  it('takes a batch of megabytes and refuses what no hub takes', async () => {
    await jetstream(second).publish('reception.log.02', randomBytes(8_000_000));
    await expect(jetstream(second).publish('reception.log.02', randomBytes(8_500_000))).rejects.toThrow('max_payload');
  });
});

describe('reading', () => {
  it('an ordered consumer brings every message of all desks from any place on, and those that come later', async () => {
    const js = jetstream(first);
    const from = (await js.publish('reception.log.01', 'start')).seq;
    const consumer = await jetstream(second).consumers.get('reception-log', { opt_start_seq: from });
    const messages = await consumer.consume();
    for (let n = 0; n < 50; n += 1) await js.publish('reception.log.01', String(n));
    const heard: string[] = [];
    for await (const message of messages) {
      heard.push(`${message.subject} ${message.string()}`);
      if (heard.length === 51) break;
    }
    expect(heard).toEqual(['start', ...Array.from({ length: 50 }, (_, n) => String(n))].map((text) => `reception.log.01 ${text}`));
  });
  it('a message is got by its place and as the last of its subject, without a consumer', async () => {
    const { seq } = await jetstream(first).publish('reception.log.01', 'here');
    const { direct, streams } = await jetstreamManager(second);
    expect((await direct.getMessage('reception-log', { seq }))?.string()).toBe('here');
    expect((await direct.getMessage('reception-log', { last_by_subj: 'reception.log.01' }))?.seq).toBe(seq);
    expect((await streams.getMessage('reception-log', { seq }))?.string()).toBe('here');
    expect(await direct.getMessage('reception-log', { last_by_subj: 'reception.log.77' })).toBeNull();
  });
  it('a key that is replaced by nothing is gone for all, and everybody reads that it was there', async () => {
    const js = jetstream(first);
    const { seq } = await js.publish('reception.key.person', 'wrapped');
    await jetstream(second).publish('reception.key.person', '');
    const { direct } = await jetstreamManager(first);
    expect(await direct.getMessage('reception-keys', { seq })).toBeNull();
    const consumer = await js.consumers.get('reception-keys', { filter_subjects: 'reception.key.person' });
    const left = await consumer.next();
    expect([left?.subject, left?.data.length]).toEqual(['reception.key.person', 0]);
  });
});

describe('files', () => {
  it('of 5 MB go in at one desk and come out at another', async () => {
    const bytes = randomBytes(5_000_000);
    await (await openFiles(first)).putBlob({ name: 'recording/a1' }, bytes);
    const got = await (await openFiles(second)).getBlob('recording/a1');
    expect(got && Buffer.compare(got, bytes)).toBe(0);
  });
  it('that are not there are known not to be there', async () => {
    expect(await (await openFiles(second)).info('recording/none')).toBeNull();
  });
});

it('a sign of life is heard by the others', async () => {
  const heard = new Promise<string>((resolve) =>
    first.subscribe('reception.seen.*', { max: 1, callback: (_, message) => resolve(message.subject) }),
  );
  await first.flush();
  second.publish('reception.seen.02', 'now');
  expect(await heard).toBe('reception.seen.02');
});

it('all of it without one refusal, so that a refusal in the hub’s log means something', async () => {
  await second.flush();
  expect(second.refusals).toEqual([]);
  expect(hub.log()).not.toContain('Violation');
});

it('what was confirmed is there after the hub was killed and started again', async () => {
  const { seq } = await jetstream(first).publish('reception.log.01', 'confirmed');
  await hub.kill();
  await hub.restart();
  const again = await connectDesk(hub, '03');
  expect((await (await jetstreamManager(again)).direct.getMessage('reception-log', { seq }))?.string()).toBe('confirmed');
  await again.close();
});
