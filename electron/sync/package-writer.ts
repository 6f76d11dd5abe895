import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import names from '../../shared/sync/hub.json';
import type { InternalStorage } from '../storage/internal';
import { flushFolder } from '../storage/journal/durable-file';
import { outgoingAfter, pack, placeOf, toMessage } from './outgoing';
import {
  headBytes,
  MAGIC,
  newHead,
  type PackageFrame,
  packageKey,
  packageSigned,
  sealFrame,
  trailerOf,
  withLength,
} from './package-format';
import { START } from './place';
import type { Signer } from './sign';

export interface PackageMaker {
  storage: InternalStorage;
  hallId: string;
  hallKey: Uint8Array;
  desk: string;
  signer: Signer;
}

/** Everything this desk has of all desks, piece by piece: a hundred thousand changes pass through the memory in pieces of a message. */
export async function writePackage(path: string, maker: PackageMaker): Promise<{ changes: number }> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(temporary, 'w', 0o600);
  const hash = createHash('sha256');
  const add = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await file.write(bytes);
  };
  try {
    const head = newHead(maker.hallId);
    const key = packageKey(maker.hallKey, head);
    await add(MAGIC);
    await add(withLength(headBytes(head)));
    let frames = 0;
    let changes = 0;
    for await (const { frame, count } of framesOf(maker)) {
      await add(sealFrame(key, ++frames, frame));
      changes += count;
    }
    await add(sealFrame(key, frames + 1, { kind: 'end', frames }));
    await file.write(trailerOf(maker.desk, await maker.signer.bytes(packageSigned(hash.digest()))));
    await file.sync();
    await file.close();
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return { changes };
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

async function* framesOf({ storage, signer, hallId }: PackageMaker): AsyncGenerator<{ frame: PackageFrame; count: number }> {
  const { ends } = await storage.internal('internal.sync.ends', null);
  for (const desk of [...new Set(ends.map((end) => end.desk))].sort()) {
    for (let place = START; ; ) {
      const found = await outgoingAfter(storage, desk, place, names.messageBytes);
      const last = found?.batches.at(-1);
      if (!found || !last) break;
      if (found.keys.length > 0) yield { frame: { kind: 'keys', keys: found.keys }, count: 0 };
      for (const batches of pack(found.batches, names.messageBytes)) {
        const count = batches.reduce((sum, batch) => sum + batch.last - batch.first + 1, 0);
        yield { frame: { kind: 'batches', message: await toMessage(batches, signer, hallId) }, count };
      }
      place = placeOf(last);
    }
  }
}
