import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { soundFile } from './erasure';

/**
 * Sealed files lie in 256 folders under the last characters of their ids (storage/sealed-files, recording/sound-files);
 * at the hub their names say of which kind they are.
 */
const END = '.xfs';
const NAME = /^(sound|file)-([0-9a-f-]{36})$/;

export class FilePlaces {
  constructor(
    private readonly dirs: { files: string; sounds: string },
    /** The recording that is being made: its file still grows. */
    private readonly growing: () => string | null,
  ) {}

  /** Names of the whole files that lie here. */
  async here(): Promise<Set<string>> {
    const [files, sounds] = await Promise.all([idsIn(this.dirs.files), idsIn(this.dirs.sounds)]);
    const growing = this.growing();
    return new Set([...files.map((id) => `file-${id}`), ...sounds.filter((id) => id !== growing).map(soundFile)]);
  }

  /** Null for a name that is none of ours: a path is made of nothing else that comes from outside. */
  pathOf(name: string): string | null {
    const [, kind, id] = NAME.exec(name) ?? [];
    if (!kind || !id) return null;
    return join(kind === 'sound' ? this.dirs.sounds : this.dirs.files, id.slice(-2), `${id}${END}`);
  }
}

async function idsIn(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return found.filter((path) => path.endsWith(END)).map((path) => path.slice(-END.length - 36, -END.length));
}
