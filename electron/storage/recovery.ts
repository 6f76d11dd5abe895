import type { Journal, Keyring, WrappedKey } from './journal';
import type { OpenAnswer } from './protocol';

/** What the start-up comparison of journal and database came to. */
export type Recovered = { kind: 'ready'; notice: string | null } | { kind: 'newer-schema'; schema: number } | { kind: 'foreign' };

export interface RecoveryPort {
  recover(part: {
    keys: { id: string; wrapped: Uint8Array }[];
    frames: { position: number; payload: Uint8Array }[];
    done: boolean;
  }): Promise<number>;
}

/** Enough to keep both sides busy, small enough to stay responsive. */
const CHUNK_FRAMES = 200;
const CHUNK_BYTES = 2 * 1024 * 1024;
const KEYS_AT_ONCE = 5000;
/** Frames; a write makes far fewer than a thousand keys. */
const SMALL_GAP = 5;

/**
 * Recovery runs one way, journal → IndexedDB. The one exception loses nothing: a journal whose tail was cut
 * gets back the very bytes the database kept, after their hash chain was found to continue the journal's.
 */
export async function recover(answer: OpenAnswer, journal: Journal, keyring: Keyring, host: RecoveryPort): Promise<Recovered> {
  switch (answer.state) {
    case 'same':
      return { kind: 'ready', notice: null };
    case 'newer-schema':
      return { kind: 'newer-schema', schema: answer.schema };
    case 'foreign':
      return { kind: 'foreign' };
    case 'ahead':
      await journal.appendAll(answer.missing);
      return { kind: 'ready', notice: `日志末尾有 ${answer.missing.length} 条缺损，已用数据库中的原文补齐，没有记录丢失。` };
    case 'behind':
      // A crash between the journal's flush and the database's transaction: at most the last few writes.
      if (await replay(answer.applied + 1, await newestKeys(keyring, journal.tail.position - answer.applied), journal, host))
        return { kind: 'ready', notice: null };
      // What the database has is not what the journal's next frame follows on: it was cleared and is built anew.
      return rebuild(journal, keyring, host);
    case 'rebuild':
      return rebuild(journal, keyring, host);
  }
}

/**
 * Data keys reach the database in the very transaction that did not happen, so the missing frames need theirs. The
 * keyring is in the order of the writes: for a small gap its end is enough, and the host keeps only what it lacks.
 */
const newestKeys = (keyring: Keyring, gap: number): Promise<WrappedKey[]> => keyring.newest(gap <= SMALL_GAP ? KEYS_AT_ONCE : undefined);

async function rebuild(journal: Journal, keyring: Keyring, host: RecoveryPort): Promise<Recovered> {
  await replay(1, await keyring.newest(), journal, host);
  return {
    kind: 'ready',
    notice: `本机数据库缺失或不完整，已从日志完整重建，共 ${journal.tail.position} 次保存，没有记录丢失。新的编号从新号段开始。`,
  };
}

/** @returns false when the database turned out not to be this journal's and was cleared: send everything */
async function replay(from: number, keys: WrappedKey[], journal: Journal, host: RecoveryPort): Promise<boolean> {
  for (let i = 0; i < keys.length; i += KEYS_AT_ONCE)
    await host.recover({ keys: keys.slice(i, i + KEYS_AT_ONCE), frames: [], done: false });
  let frames: { position: number; payload: Uint8Array }[] = [];
  let bytes = 0;
  for await (const frame of journal.read(from)) {
    frames.push(frame);
    bytes += frame.payload.byteLength;
    if (frames.length < CHUNK_FRAMES && bytes < CHUNK_BYTES) continue;
    if ((await host.recover({ keys: [], frames, done: false })) === 0) return false;
    frames = [];
    bytes = 0;
  }
  return (await host.recover({ keys: [], frames, done: true })) > 0 || journal.tail.position === 0;
}
