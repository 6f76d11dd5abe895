import { open, rm } from 'node:fs/promises';
import type { SoundReader } from './sound-reader';

/** Piece by piece: the file may be larger than the memory. Half a file is none. */
export async function writeSound(reader: SoundReader, path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for (const { n } of reader.parts) await file.writeFile(await reader.read(n));
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
