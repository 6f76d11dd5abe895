import { setTimeout as pause } from 'node:timers/promises';
import { type ConsumerMessages, type JetStreamClient, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** What is read of a stream from a place on. Ends with the connection, or when it is stopped. */
export type Reading<T> = AsyncIterable<T> & { stop(): void };

interface From {
  stream: string;
  /** Stream sequence of the first message that is wanted. */
  seq: number;
  /** One subject or none: a hub before 2.10 knows no more. */
  filter?: string;
  /** How many messages are asked for at a time; what was not taken yet waits in the memory. */
  atOnce: number;
}

/**
 * An ordered pull consumer. It asks for more only when what came was taken, so a slow reader slows the hub and not the
 * memory; a limit in bytes instead was seen in the library's source to stall until a heartbeat is missed.
 */
async function open(js: JetStreamClient, { stream, seq, filter, atOnce }: From): Promise<{ messages: ConsumerMessages; pending: number }> {
  const consumer = await js.consumers.get(stream, { opt_start_seq: Math.max(1, seq), ...(filter && { filter_subjects: filter }) });
  const { num_pending: pending } = await consumer.info(true);
  return { messages: await consumer.consume({ max_messages: atOnce, expires: 30_000, idle_heartbeat: 5000 }), pending };
}

export function reading<T>(nc: NatsConnection, from: From, convert: (message: JsMsg) => T): Reading<T> {
  let messages: ConsumerMessages | null = null;
  let stopped = false;
  async function* walk(): AsyncGenerator<T> {
    if (stopped) return;
    ({ messages } = await open(jetstream(nc), from));
    try {
      if (stopped) return;
      for await (const message of messages) {
        if (stopped) return;
        yield convert(message);
      }
    } finally {
      messages.stop();
    }
  }
  return {
    [Symbol.asyncIterator]: walk,
    stop: () => {
      stopped = true;
      messages?.stop();
    },
  };
}

const QUIET_MS = 500;

/**
 * All that is there now. What `pending` still counts when nothing more comes was damaged on the hub's disk: it is never
 * given out (seen on 2.9.10), and the hub has answered a later question by then.
 * @throws when the connection is lost before the end
 */
export async function readAll<T>(nc: NatsConnection, from: From, convert: (message: JsMsg) => T): Promise<T[]> {
  const { messages, pending } = await open(jetstream(nc), from);
  const all: T[] = [];
  try {
    if (pending === 0) return all;
    const walk = messages[Symbol.asyncIterator]();
    for (let next = walk.next(), asked = false; ; ) {
      const came = await Promise.race([next, pause(QUIET_MS, null)]);
      if (came?.done) break;
      if (came) {
        all.push(convert(came.value));
        if (came.value.info.pending === 0) return all;
        next = walk.next();
        asked = false;
      } else if (asked) return all;
      else {
        await nc.flush();
        asked = true;
      }
    }
  } finally {
    messages.stop();
  }
  throw new Error('the connection was lost');
}
