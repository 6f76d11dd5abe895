import { app } from 'electron';
import type { SetupInput } from '../../shared/contract/session';
import { refuse } from '../../shared/errors';
import { openProfile } from '../profile/profile';
import type { Program } from '../program';
import type { ProgramStatus } from '../program-state';
import { HallKeyError } from '../security/hall-key';
import { JournalError } from '../storage/journal';
import { putInPlace } from './restore';

/** A journal with a hole in its segments, or no file of the hall key: what is missing can only come back from a backup. */
export const isDamaged = (error: unknown): boolean =>
  (error instanceof JournalError && error.code === 'damaged') || error instanceof HallKeyError;

export function tellDamaged(status: ProgramStatus, detail: string): void {
  status.fail(
    '这台电脑上的资料已损坏',
    '资料文件夹里有文件缺失或损坏，程序没有改动它。可以从备份恢复：现在的文件会另存在同一文件夹里，不会删除。也可以先请系统管理员查看。',
    detail,
    true,
  );
}

/** A first start, or a profile that is damaged. @throws Refusal */
export function mustBeRestorable({ view }: ProgramStatus): void {
  const { phase, failure } = view.get();
  if (phase !== 'first-start' && !(phase === 'failed' && failure?.restorable))
    refuse('forbidden', { message: '这份资料正在使用，不能从备份恢复；什么也没有改变。' });
}

/** On a new PC at once; over a damaged profile it is made ready, and the next start puts it in place. @throws Refusal */
export async function restoreFrom(
  program: Program,
  id: string,
  words: string,
  protection: SetupInput['protection'],
  passphrase: string,
): Promise<void> {
  const { profile, status } = program;
  const isNew = status.view.get().phase === 'first-start';
  await program.restore.prepare(profile, id, words, protection, passphrase);
  if (!isNew) {
    status.view.update({ phase: 'restored' });
    return;
  }
  putInPlace(profile.dir, 'nothing');
  await program.firstStart.startRestored(openProfile(profile.dir, 0).file, passphrase);
}

export function restart({ view }: ProgramStatus): void {
  if (view.get().phase !== 'restored') refuse('forbidden', { message: '现在不需要重新启动。' });
  app.relaunch();
  app.quit();
}
