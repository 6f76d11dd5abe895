import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { rowOf } from './rows';
import { CHUNK } from './work';

/** What RxDB is told about the hub. Its replication puts each row on a subject of its own, `prefix.id`. */
export interface Hub {
  servers: string;
  stream: string;
  prefix: string;
}

export async function withHub<T>({ servers }: Hub, work: (hub: NatsConnection) => Promise<T>): Promise<T> {
  const connection = await connect({ servers });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** A row as RxDB writes it to the hub. */
export function messageOf(prefix: string, n: number): { subject: string; body: Uint8Array } {
  const row = rowOf(n);
  return { subject: `${prefix}.${row.id}`, body: new TextEncoder().encode(JSON.stringify({ ...row, _deleted: false })) };
}

/**
 * Publishes rows to a new stream and waits for every acknowledgement, a thousand at a time under way. The milliseconds are of
 * the publishing alone.
 */
export async function publishRows(connection: NatsConnection, { stream, prefix }: Hub, from: number, count: number): Promise<number> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: stream, subjects: [`${prefix}.*`] });
  const js = jetstream(connection);
  let took = 0;
  for (let at = 0; at < count; at += CHUNK) {
    const messages = Array.from({ length: Math.min(CHUNK, count - at) }, (_, i) => messageOf(prefix, from + at + i));
    const began = performance.now();
    await Promise.all(messages.map(({ subject, body }) => js.publish(subject, body)));
    took += performance.now() - began;
  }
  return took;
}

/** Messages in the stream, by the server's own word; 0 if there is no such stream. */
export async function messagesIn(connection: NatsConnection, stream: string): Promise<number> {
  const manager = await jetstreamManager(connection);
  for await (const found of manager.streams.list()) if (found.config.name === stream) return found.state.messages;
  return 0;
}
