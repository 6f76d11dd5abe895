import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import { compareStreams } from '../../build/hub/streams.mjs';
import { connectAdmin, connectDesk, newHub, refusalOf, removeHub } from './desks';

/*
 * Desk 02's credentials in the wrong hands: everything that a thief could try to do to the others, against a real nats-server. What is
 * refused is refused by the server, with the subject named.
 */
let hub: NewHub;
let admin: NatsConnection;
let desk: Awaited<ReturnType<typeof connectDesk>>;
let before: unknown;

const STREAMS = ['reception-log', 'reception-keys', 'OBJ_reception-files'];
const state = async () => {
  const { streams } = await jetstreamManager(admin);
  return Promise.all(
    STREAMS.map(async (name) => (({ messages, last_seq }) => ({ name, messages, last_seq }))((await streams.info(name)).state)),
  );
};

beforeAll(async () => {
  hub = await newHub();
  admin = await connectAdmin(hub);
  const js = jetstream(admin);
  for (const subject of [
    'reception.log.01',
    'reception.relay.01',
    'reception.key.k1',
    '$O.reception-files.C.c1',
    '$O.reception-files.M.m1',
  ])
    await js.publish(subject, 'of another desk');
  desk = await connectDesk(hub, '02');
  before = await state();
});
afterAll(async () => {
  await desk.close();
  await admin.close();
  await removeHub(hub);
});

describe('as another desk', () => {
  it.each(['reception.log.01', 'reception.relay.01'])('nothing is published on %s', async (subject) => {
    expect(await refusalOf(desk, () => jetstream(desk).publish(subject, 'forged'))).toBe(`publish ${subject}`);
  });
  it.each(['reception.seen.01', 'reception.log.01', '_INBOX_desk.01.abc', '_INBOX.abc', 'reception.log.02.more', 'anything'])(
    'nothing is said on %s without asking for an answer',
    async (subject) => {
      expect(await refusalOf(desk, () => desk.publish(subject, 'forged'))).toBe(`publish ${subject}`);
    },
  );
  it.each([
    '_INBOX_desk.01.>',
    '_INBOX_desk.*.>',
    '_INBOX_desk.>',
    '_INBOX.>',
    '>',
    'reception.>',
    'reception.log.*',
    '$JS.>',
    '$SYS.>',
    '$O.>',
  ])('nothing is heard on %s', async (subject) => {
    expect(await refusalOf(desk, () => desk.subscribe(subject))).toBe(`subscription ${subject}`);
  });
});

describe('the streams', () => {
  const CALLS = STREAMS.flatMap((s) => [
    [`STREAM.PURGE.${s}`, {}],
    [`STREAM.PURGE.${s}`, { filter: 'reception.log.02' }],
    [`STREAM.DELETE.${s}`, {}],
    [`STREAM.UPDATE.${s}`, { name: s, subjects: [], max_msgs: 1 }],
    [`STREAM.CREATE.${s}`, { name: s }],
    [`STREAM.MSG.DELETE.${s}`, { seq: 1 }],
    [`STREAM.RESTORE.${s}`, { config: { name: s }, state: {} }],
    [`STREAM.SNAPSHOT.${s}`, { deliver_subject: '_INBOX_desk.02.copy' }],
    [`STREAM.LEADER.STEPDOWN.${s}`, {}],
    [`STREAM.PEER.REMOVE.${s}`, { peer: 'x' }],
    [`CONSUMER.NAMES.${s}`, {}],
    [`CONSUMER.LIST.${s}`, {}],
    [`CONSUMER.CREATE.${s}`, { stream_name: s, config: { deliver_subject: '_INBOX_desk.02.x' } }],
    [`CONSUMER.DURABLE.CREATE.${s}.spy`, { stream_name: s, config: { durable_name: 'spy' } }],
  ]) as [string, object][];
  const ELSEWHERE = [
    ['STREAM.CREATE.mine', { name: 'mine', subjects: ['mine'] }],
    ['STREAM.CREATE.mirror', { name: 'mirror', mirror: { name: 'reception-log' } }],
    ['STREAM.RESTORE.mine', { config: { name: 'mine' }, state: {} }],
    ['STREAM.NAMES', {}],
    ['STREAM.LIST', {}],
    ['STREAM.TEMPLATE.CREATE.mine', {}],
    ['CONSUMER.CREATE.mine.spy', { stream_name: 'mine', config: { name: 'spy', durable_name: 'spy' } }],
    ['CONSUMER.DURABLE.CREATE.mine.spy', { stream_name: 'mine', config: { durable_name: 'spy' } }],
    ['META.LEADER.STEPDOWN', {}],
    ['SERVER.REMOVE', { peer: 'x' }],
    ['ACCOUNT.PURGE.$G', {}],
  ] as [string, object][];

  it.each([...CALLS, ...ELSEWHERE])('are out of its reach: %s %j', async (call, body) => {
    const subject = `$JS.API.${call}`;
    expect(await refusalOf(desk, () => desk.request(subject, JSON.stringify(body)))).toBe(`publish ${subject}`);
  });
  it.each(['$SYS.REQ.SERVER.PING', '$SYS.REQ.ACCOUNT.$G.CONNZ', '$JS.ACK.reception-log.c.1.1.1.1.0'])(
    'so is the system: %s',
    async (subject) => {
      expect(await refusalOf(desk, () => desk.publish(subject, '{}'))).toBe(`publish ${subject}`);
    },
  );
  it('are afterwards what they were, message for message and setting for setting', async () => {
    expect(await state()).toEqual(before);
    expect((await compareStreams(admin, 1)).flatMap((s: { wrong: string[] }) => s.wrong)).toEqual([]);
  });
});
