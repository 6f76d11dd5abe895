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
const lastOn = async (subject: string) =>
  (await (await jetstreamManager(admin)).direct.getMessage('reception-log', { last_by_subj: subject }))?.string();

describe('a roll-up empties a stream by publishing', () => {
  const PLACES = ['reception.log.02', 'reception.relay.02', 'reception.key.k1', '$O.reception-files.M.m1', '$O.reception-files.C.c1'];
  it.each(
    PLACES.flatMap((subject) => [
      ['all', subject],
      ['sub', subject],
    ]),
  )('one of %s is refused on %s', async (kind, subject) => {
    await jetstream(admin).publish(subject, 'to be kept');
    const stream = subject.startsWith('$O') ? 'OBJ_reception-files' : subject.includes('.key.') ? 'reception-keys' : 'reception-log';
    const before = await messages(stream);
    const attempt = jetstream(desk).publish(subject, 'instead', { headers: header('Nats-Rollup', kind) });
    await expect(attempt).rejects.toMatchObject({ code: ROLLUP_REFUSED });
    expect(await messages(stream)).toBe(before);
  });
});

/*
 * The server looks at the subject that a desk publishes on, never at where the answer is to go. With all desks in one account this was
 * enough to write on another desk's subject and to have a stream deleted (seen on 2.9.10); hence an account for each desk.
 */
describe('an answer that is asked for elsewhere', () => {
  const ASKING: [name: string, ask: (reply: string) => void][] = [
    ['the account’s state', (reply) => desk.publish('$JS.API.INFO', '', { reply })],
    ['a message by its subject', (reply) => desk.publish('$JS.API.DIRECT.GET.reception-keys.reception.key.order', '', { reply })],
    [
      'a message by its place',
      (reply) => desk.publish('$JS.API.STREAM.MSG.GET.reception-keys', '{"last_by_subj":"reception.key.order"}', { reply }),
    ],
    ['a consumer’s next message', (reply) => desk.publish('$JS.API.CONSUMER.MSG.NEXT.reception-keys.pull', '{"batch":1}', { reply })],
    ['the note that something was stored', (reply) => desk.publish('reception.log.02', 'mine', { reply })],
  ];
  beforeAll(async () => {
    await jetstream(admin).publish('reception.log.01', 'of desk 01');
    await jetstream(admin).publish('$O.reception-files.M.kept', 'kept');
    await jetstream(desk).publish('reception.key.order', '{}');
    await (await jetstreamManager(desk)).consumers.add('reception-keys', { name: 'pull', ack_policy: 'none' });
  });
  /** The server takes a connection's requests in their order, so that those before it were answered. */
  const settled = async () => void (await jetstreamManager(desk));

  it.each(ASKING)('does not come onto another desk’s subject: %s', async (_, ask) => {
    ask('reception.log.01');
    await settled();
    expect(await lastOn('reception.log.01')).toBe('of desk 01');
  });
  it.each(ASKING)('is no order to the server: %s', async (_, ask) => {
    const before = await messages('OBJ_reception-files');
    for (const call of ['PURGE', 'DELETE']) ask(`$JS.API.STREAM.${call}.OBJ_reception-files`);
    await settled();
    expect(await messages('OBJ_reception-files')).toBe(before);
  });
  it.each(ASKING)('is not heard by another desk: %s', async (_, ask) => {
    const other = await connectDesk(hub, '01');
    const heard: string[] = [];
    for (const subject of ['_INBOX_desk.01.known', 'reception.seen.01'])
      other.subscribe(subject, { callback: (_e, m) => void heard.push(m.subject) });
    await other.flush();
    for (const subject of ['_INBOX_desk.01.known', 'reception.seen.01']) ask(subject);
    await settled();
    await other.close();
    expect(heard).toEqual([]);
  });
});

describe('a push consumer', () => {
  /** One that was made later brings its message: what the server does with the others, it has done. */
  async function afterwards() {
    const { consumers } = await jetstreamManager(desk);
    const inbox = '_INBOX_desk.02.afterwards';
    const heard = new Promise((resolve) => desk.subscribe(inbox, { max: 1, callback: resolve }));
    await consumers.add('reception-keys', {
      deliver_subject: inbox,
      name: 'afterwards',
      ack_policy: 'none',
      filter_subject: 'reception.key.order',
    });
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
    await consumers.add('reception-keys', {
      name: 'push',
      deliver_subject: 'reception.log.04',
      ack_policy: 'none',
      filter_subject: 'reception.key.order',
    });
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
