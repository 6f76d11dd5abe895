import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import { connectAdmin, connectDesk, header, newHub, removeHub } from './desks';

/*
 * What a thief could try with what a desk may do: publish on its own subjects, ask for messages, read through consumers.
 */
let hub: NewHub;
let admin: NatsConnection;
let desk: NatsConnection;

beforeAll(async () => {
  hub = await newHub();
  admin = await connectAdmin(hub);
  desk = await connectDesk(hub, '02');
});
afterAll(async () => {
  await desk.close();
  await admin.close();
  await removeHub(hub);
});

const ROLLUP_REFUSED = 10111;
const messages = async (stream: string) => (await (await jetstreamManager(admin)).streams.info(stream)).state.messages;
const lastOn = async (subject: string) => (await (await jetstreamManager(admin)).direct.getMessage('reception-log', { last_by_subj: subject }))?.string();

describe('a roll-up empties a stream by publishing', () => {
  const PLACES = ['reception.log.02', 'reception.relay.02', 'reception.key.k1', '$O.reception-files.M.m1', '$O.reception-files.C.c1'];
  it.each(PLACES.flatMap((subject) => [['all', subject], ['sub', subject]]))('one of %s is refused on %s', async (kind, subject) => {
    await jetstream(admin).publish(subject, 'to be kept');
    const stream = subject.startsWith('$O') ? 'OBJ_reception-files' : subject.includes('.key.') ? 'reception-keys' : 'reception-log';
    const before = await messages(stream);
    const attempt = jetstream(desk).publish(subject, 'instead', { headers: header('Nats-Rollup', kind) });
    await expect(attempt).rejects.toMatchObject({ code: ROLLUP_REFUSED });
    expect(await messages(stream)).toBe(before);
  });
});

describe('the server answers wherever it is told to', () => {
  // It looks at the subject that a desk publishes on, never at where the answer is to go. So what stands on a desk's subject proves
  // nothing: its signature does, and the sync service has to get past what is not its own.
  it('so an answer can land on another desk’s subject', async () => {
    desk.publish('$JS.API.INFO', '', { reply: 'reception.log.01' });
    await expect.poll(() => lastOn('reception.log.01')).toContain('account_info_response');
  });
  it('and a message of one’s own, fetched there', async () => {
    await jetstream(desk).publish('reception.key.bait', 'forged by 02');
    const { consumers } = await jetstreamManager(desk);
    await consumers.add('reception-keys', { name: 'bait', ack_policy: 'none', filter_subject: 'reception.key.bait' });
    desk.publish('$JS.API.CONSUMER.MSG.NEXT.reception-keys.bait', JSON.stringify({ batch: 1 }), { reply: 'reception.log.01' });
    await expect.poll(() => lastOn('reception.log.01')).toBe('forged by 02');
  });
});

describe('a push consumer', () => {
  /** One that was made later brings its message: what the server does with the others, it has done. */
  async function afterwards() {
    const { consumers } = await jetstreamManager(desk);
    const inbox = '_INBOX_desk.02.afterwards';
    const heard = new Promise((resolve) => desk.subscribe(inbox, { max: 1, callback: resolve }));
    await consumers.add('reception-keys', { deliver_subject: inbox, name: 'afterwards', ack_policy: 'none', filter_subject: 'reception.key.order' });
    await heard;
    await consumers.delete('reception-keys', 'afterwards');
  }
  beforeAll(async () => {
    const requester = header('Nats-Request-Info', JSON.stringify({ acc: '$G', user: 'hub', start: new Date().toISOString() }));
    await jetstream(desk).publish('reception.key.order', '{}', { headers: requester });
  });

  it('delivers nothing to a stream', async () => {
    await jetstream(admin).publish('reception.log.04', 'of desk 04');
    const { consumers } = await jetstreamManager(desk);
    await consumers.add('reception-keys', { name: 'push', deliver_subject: 'reception.log.04', ack_policy: 'none', filter_subject: 'reception.key.order' });
    await afterwards();
    expect(await lastOn('reception.log.04')).toBe('of desk 04');
  });
  it.each(['PURGE', 'DELETE'])('gives no order to the server, not even with a forged requester: %s', async (call) => {
    const before = await messages('OBJ_reception-files');
    const { consumers } = await jetstreamManager(desk);
    const deliver_subject = `$JS.API.STREAM.${call}.OBJ_reception-files`;
    await consumers.add('reception-keys', { name: call, deliver_subject, ack_policy: 'none', filter_subject: 'reception.key.order' });
    await afterwards();
    expect(await messages('OBJ_reception-files')).toBe(before);
  });
});

describe('an order as an answer', () => {
  it.each(['PURGE', 'DELETE'])('is not obeyed: %s', async (call) => {
    const { consumers } = await jetstreamManager(desk);
    await consumers.add('reception-keys', { name: `order-${call}`, ack_policy: 'none', filter_subject: 'reception.key.order' });
    const before = await messages('OBJ_reception-files');
    const reply = `$JS.API.STREAM.${call}.OBJ_reception-files`;
    const { seq } = (await (await jetstreamManager(desk)).direct.getMessage('reception-keys', { last_by_subj: 'reception.key.order' })) ?? { seq: 0 };
    desk.publish(`$JS.API.CONSUMER.MSG.NEXT.reception-keys.order-${call}`, '{"batch":1}', { reply });
    desk.publish('$JS.API.DIRECT.GET.reception-keys', JSON.stringify({ seq }), { reply });
    desk.publish('$JS.API.INFO', '', { reply });
    // The server takes a connection's requests in their order.
    await jetstreamManager(desk);
    expect(await messages('OBJ_reception-files')).toBe(before);
  });
});
