import { log } from './log';
import type { ProgramStatus } from './program-state';
import type { InternalStorage } from './storage/internal';

/** A clock set back would put today's visits under another day: it is said, and the day's numbers go on unharmed. */
export async function compareClock(storage: InternalStorage, now: number, status: ProgramStatus): Promise<void> {
  const last = await storage.internal('internal.lastWrite', null);
  const minutes = last === null ? 0 : Math.round((last - now) / 60_000);
  if (minutes < 2) return;
  log.warn(`clock is ${minutes} minutes behind the last write`);
  status.notice(
    'clock',
    'warning',
    `电脑时间比上次保存早了约 ${minutes} 分钟，记录和编号不受影响。请核对右下角的日期时间，必要时校准后重新启动。`,
  );
}
