import { describe, log } from '../log';
import type { Storage } from '../storage/storage';

type Asking = Pick<Storage, 'internal'>;

/** All that an import wrote, batch by batch, so that a registration never waits long. */
export async function takeBack(
  storage: Asking,
  importId: string,
  staffId: string | null,
  onErased: (erased: number) => void = () => {},
): Promise<void> {
  let erased = 0;
  for (let left = true; left; ) {
    const part = await storage.internal('internal.ledger.erase', { importId }, staffId);
    erased += part.erased;
    left = part.left;
    onErased(erased);
  }
  await storage.internal('internal.audit', { action: 'ledger.takenBack', target: '', detail: `${erased} 条` }, staffId);
}

/** Imports that the program did not live to finish: taken back at start-up, before a screen can show any of it. */
export async function takeBackUnfinished(storage: Asking, notice: (text: string) => void): Promise<void> {
  try {
    for (const importId of await storage.internal('internal.ledger.unfinished', null)) {
      await takeBack(storage, importId, null);
      log.info('old ledger: an unfinished import was taken back');
    }
  } catch (error) {
    // A full disk: the desk must open all the same.
    log.error(`old ledger, taking back at start: ${describe(error)}`);
    notice('上次没有完成的旧台账导入还没有全部撤回，登记不受影响。请联系系统管理员清理磁盘后重新启动程序。');
  }
}
