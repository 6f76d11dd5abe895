import type { BackupReport, BackupSet, WorkProgress } from '../../shared/domain/backup';
import { appError, refuse } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { damageWords } from '../../shared/rules/backup-words';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { Profile } from '../profile/profile';
import { checkBackup, openWithPhrase } from './check-backup';
import { ObjectStore } from './object-store';
import { type FoundSet, findSets } from './place';
import { stageRestore } from './restore';

const NOT_FOUND = '没有找到这份备份，什么也没有改变。请重新选择备份所在的文件夹。';
/** As many as a screen can hold; the rest is counted. */
const SHOWN = 8;

/** Backups that somebody looks at: listed, rehearsed, put back. */
export class RestoreDesk {
  /** Of what is under way; null: nothing is. */
  readonly work = new Observable<WorkProgress | null>(null);
  private readonly ended = new AbortController();
  private found: FoundSet[] = [];
  private busy = false;

  /** @returns what lies in a folder, newest first */
  async list(folder: string): Promise<BackupSet[]> {
    this.found = await findSets(folder).catch(() => []);
    return Promise.all(this.found.map(viewOf));
  }

  /** @throws Refusal */
  async rehearse(id: string, words: string): Promise<BackupReport> {
    const { set, hallKey } = this.opened(id, words);
    return this.alone(() => this.check(set, hallKey));
  }

  /**
   * Checked whole before a byte is written, and ready to be put in place when it resolves.
   * @throws Refusal with what is damaged, beside the phrase when that is wrong, or when the disk is full
   */
  async prepare(profile: Profile, id: string, words: string, protection: 'system' | 'passphrase', passphrase: string): Promise<FoundSet> {
    const { set, hallKey } = this.opened(id, words);
    if (protection === 'passphrase' && passphrase.length < 8)
      refuse('refused', { message: '启动口令至少 8 位，什么也没有改变。', fields: { passphrase: '至少 8 位' } });
    return this.alone(async () => {
      const { damage } = await this.check(set, hallKey);
      if (damage.length > 0) refuse('refused', { message: damagedWords(damage), detail: JSON.stringify(damage.slice(0, 100)) });
      await stageRestore(profile, set, { hallKey, protection, passphrase, words }, (progress) => this.work.set(progress)).catch(
        (error: unknown) => {
          log.error(`restore: ${describe(error)}`);
          refuse('refused', {
            message: '恢复没有完成，原来的资料没有改动。可能是磁盘空间不够，或备份盘中途断开。请检查后再试。',
            detail: describe(error),
          });
        },
      );
      return set;
    });
  }

  close(): void {
    this.ended.abort();
  }

  private check(set: FoundSet, hallKey: Uint8Array): Promise<BackupReport> {
    return checkBackup(set, hallKey, this.ended.signal, (progress) => this.work.set(progress));
  }

  private opened(id: string, words: string): { set: FoundSet; hallKey: Uint8Array } {
    const set = this.found.find((each) => idOf(each) === id) ?? refuse('not-found', { message: NOT_FOUND });
    const hallKey = openWithPhrase(set.body, words);
    if (!hallKey)
      throw new Refusal(
        appError('wrong-passphrase', {
          message: '恢复短语打不开这份备份，什么也没有改变。请对照抄写的纸逐字核对。',
          fields: { words: '恢复短语不正确，请逐字核对' },
        }),
      );
    return { set, hallKey };
  }

  private async alone<R>(work: () => Promise<R>): Promise<R> {
    if (this.busy) refuse('conflict', { message: '另一次核对或恢复还在进行，请等它完成。' });
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
      this.work.set(null);
    }
  }
}

const idOf = ({ id, body }: FoundSet): string => `${body.deskCode}.${id}`;

async function viewOf(set: FoundSet): Promise<BackupSet> {
  const { deskCode, madeAt, journal, bytes, files, demo, entries, lists } = set.body;
  const store = await ObjectStore.open(set.folder).catch(() => null);
  const wanted = [...entries.flatMap(({ pieces }) => pieces), ...lists.map(({ hash }) => hash)];
  const missing = wanted.filter((hash) => !store?.has(hash)).length;
  return { id: idOf(set), deskCode, madeAt, position: journal.position, bytes, files, demo, missing };
}

function damagedWords(damage: BackupReport['damage']): string {
  const told = damage.slice(0, SHOWN).map(damageWords);
  const more = damage.length > SHOWN ? `；另有 ${damage.length - SHOWN} 处` : '';
  return `这份备份已损坏，什么也没有写入：${told.join('；')}${more}。请换一份较早的备份，或换另一块备份盘。`;
}
