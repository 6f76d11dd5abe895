import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { safeStorage } from 'electron';
import { writeFileDurably } from '../storage/journal/durable-file';
import { phraseKey } from './recovery-phrase';
import { openBytes, sealBytes } from './seal';

/**
 * The hall key (32 random bytes) opens everything. It is on the disk only wrapped: by the system's own key store,
 * or by a start-up passphrase where there is none (`basic_text` is plain text and is refused), and a second time
 * by the recovery phrase. A demonstration's passphrase is published, so it is unwrapped without asking.
 */
export type Protection = 'system' | 'passphrase' | 'demonstration';
const DEMO_PASSPHRASE = '演示单位的启动口令是公开的';

interface Kdf {
  name: 'argon2id';
  /** Memory in KiB, passes, lanes. */
  m: number;
  t: number;
  p: number;
  salt: string;
}
interface KeyFile {
  version: 1;
  protection: Protection;
  kdf?: Kdf;
  wrapped: string;
  /** By the recovery phrase; a demonstration has none. */
  recovery?: string;
}

/** 32 MiB and 3 passes: about a second in JavaScript on a desk PC; the figures travel with the file. */
const NOW = { m: 32 * 1024, t: 3, p: 1 };
/** A published passphrase is no secret: stretching it would only slow the start. */
const DEMO = { m: 64, t: 1, p: 1 };

/** The file of the hall key is missing or cannot be read. */
export class HallKeyError extends Error {}

export function availableProtections(): ('system' | 'passphrase')[] {
  return systemStoreIsReal() ? ['system', 'passphrase'] : ['passphrase'];
}

function systemStoreIsReal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

export class HallKeyFile {
  private constructor(
    private readonly path: string,
    private readonly hallId: string,
    private file: KeyFile,
  ) {}

  /** @throws HallKeyError */
  static async open(path: string, hallId: string): Promise<HallKeyFile> {
    try {
      return new HallKeyFile(path, hallId, JSON.parse(await readFile(path, 'utf8')) as KeyFile);
    } catch (error) {
      throw new HallKeyError(error instanceof Error ? error.message : 'unreadable');
    }
  }

  /** Makes a new hall key, unless it is given, and wraps it. */
  static async create(
    path: string,
    hallId: string,
    protection: Protection,
    passphrase: string,
    /** The recovery phrase; of a joined desk what the phrase seals already; null: there is none. */
    phrase: string[] | { sealed: string } | null,
    /** A joined or restored desk's is the hall's. */
    hallKey: Uint8Array = randomBytes(32),
  ): Promise<{ keys: HallKeyFile; hallKey: Uint8Array }> {
    const keys = new HallKeyFile(path, hallId, { version: 1, protection, wrapped: '' });
    if (Array.isArray(phrase)) keys.seal(hallKey, phrase.join(''));
    else if (phrase) keys.file.recovery = phrase.sealed;
    await keys.wrap(hallKey, protection, passphrase);
    return { keys, hallKey };
  }

  get protection(): Protection {
    return this.file.protection;
  }

  /** The hall key under the recovery phrase: what a backup takes along. */
  get recovery(): string | undefined {
    return this.file.recovery;
  }

  /** From now on a backup opens with these words. @returns false when they are no phrase */
  async usePhrase(hallKey: Uint8Array, typed: string): Promise<boolean> {
    if (!this.seal(hallKey, typed)) return false;
    await this.save();
    return true;
  }

  private seal(hallKey: Uint8Array, typed: string): boolean {
    const key = phraseKey(typed);
    if (key) this.file.recovery = sealBytes(key, hallKey, `${this.hallId} recovery`);
    return key !== null;
  }

  /** Null when a passphrase is needed (or is wrong). Throws when the system's key store no longer opens it. */
  async unwrap(passphrase?: string): Promise<Uint8Array | null> {
    if (this.file.protection === 'system') {
      return Buffer.from(safeStorage.decryptString(Buffer.from(this.file.wrapped, 'base64')), 'base64');
    }
    const words = this.file.protection === 'demonstration' ? DEMO_PASSPHRASE : passphrase;
    if (!words || !this.file.kdf) return null;
    return openBytes(await stretch(words, this.file.kdf), this.file.wrapped, this.hallId);
  }

  /** With the recovery phrase, and a new passphrase for the next start. Null when the phrase is wrong. */
  async unwrapWithPhrase(typed: string, newPassphrase: string): Promise<Uint8Array | null> {
    const key = phraseKey(typed);
    const hallKey = key && this.file.recovery ? openBytes(key, this.file.recovery, `${this.hallId} recovery`) : null;
    if (hallKey) await this.wrap(hallKey, 'passphrase', newPassphrase);
    return hallKey;
  }

  private async wrap(hallKey: Uint8Array, protection: Protection, passphrase: string): Promise<void> {
    if (protection === 'system') {
      if (!systemStoreIsReal()) throw new Error('the system has no real key store');
      const wrapped = safeStorage.encryptString(Buffer.from(hallKey).toString('base64')).toString('base64');
      this.file = { version: 1, protection, wrapped, recovery: this.file.recovery };
    } else {
      const cost = protection === 'demonstration' ? DEMO : NOW;
      const kdf: Kdf = { name: 'argon2id', ...cost, salt: randomBytes(16).toString('base64') };
      const key = await stretch(protection === 'demonstration' ? DEMO_PASSPHRASE : passphrase, kdf);
      this.file = { version: 1, protection, kdf, wrapped: sealBytes(key, hallKey, this.hallId), recovery: this.file.recovery };
    }
    await this.save();
  }

  private save(): Promise<void> {
    return writeFileDurably(this.path, Buffer.from(`${JSON.stringify(this.file, null, 2)}\n`));
  }
}

const stretch = (words: string, kdf: Kdf): Promise<Uint8Array> =>
  argon2idAsync(Buffer.from(words.normalize('NFKC')), Buffer.from(kdf.salt, 'base64'), { m: kdf.m, t: kdf.t, p: kdf.p, dkLen: 32 });
