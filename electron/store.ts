import type { SystemHealth } from '../shared/contract/session';
import type { ChainChecker } from './audit/chain-checker';
import type { Observable } from './observable';
import type { Profile } from './profile/profile';
import { folders } from './profile/profile';
import type { ProgramStatus } from './program-state';
import { SoundFiles } from './recording/sound-files';
import { LaterKeys } from './security/later-keys';
import { DiskGuard } from './storage/disk-guard';
import type { HostWindow } from './storage/host-window';
import { type Journal, type Keyring, openJournal, openKeyring } from './storage/journal';

import { SealedFiles } from './storage/sealed-files';
import { Storage } from './storage/storage';

export interface Store {
  storage: Storage;
  journal: Journal;
  keyring: Keyring;
  laterKeys: LaterKeys;
  files: SealedFiles;
  sounds: SoundFiles;
  disk: DiskGuard;
  close(): Promise<void>;
}

export interface StoreDeps {
  distDir: string;
  hostWindow: Promise<HostWindow>;
  profile: Profile;
  deskCode: string;
  clockOffsetMs: number;
  status: ProgramStatus;
  health: Observable<SystemHealth>;
  /** A frame is in the journal. */
  onAppended(frame: Uint8Array): void;
}

const DISK_TEXT = {
  low: '磁盘剩余不足 2 GB，登记照常。请联系系统管理员清理磁盘。',
  'no-recordings': '磁盘剩余不足 1 GB，不再开始新的录音，登记照常。请尽快清理磁盘。',
  'read-only': '磁盘即将用完，程序已停止写入，已保存的记录完好，可以查阅。请清理磁盘后再继续登记；其间请用纸质登记。',
} as const;

/**
 * Journal, keyring, storage host and disk guard, opened in this order and compared.
 * @returns null after a failure that was already put on the screen
 */
export async function openStore(deps: StoreDeps, hallKey: Uint8Array): Promise<Store | null> {
  const { profile, status, health } = deps;
  const at = folders(profile.dir);
  const journal = await openJournal({ dir: at.journal, hallId: profile.file.hallId, deskCode: deps.deskCode });
  const keyring = await openKeyring({ dir: at.journal });
  for (const finding of journal.findings) status.notice(`journal-${finding}`, 'warning', finding);
  const disk = new DiskGuard(profile.dir, journal, (state, freeBytes) => {
    health.update({ disk: state, freeBytes });
    if (state === 'ok') status.dismiss('disk');
    else status.notice('disk', state === 'read-only' ? 'error' : 'warning', DISK_TEXT[state]);
  });
  await disk.start();
  health.update({ freeBytes: disk.freeBytes, store: profile.file.store });
  if (!(await disk.hasRoomToOpen())) {
    disk.stop();
    await journal.close();
    await keyring.close();
    status.fail(
      '磁盘已满',
      '磁盘已经没有空间，资料暂不能打开，已保存的记录完好。请清理磁盘后重新启动程序。',
      `${disk.freeBytes} bytes free`,
    );
    return null;
  }
  const laterKeys = new LaterKeys(at.laterKeys, profile.file.hallId, hallKey);
  const storage = new Storage({
    distDir: deps.distDir,
    window: deps.hostWindow,
    hallId: profile.file.hallId,
    deskCode: deps.deskCode,
    hallKey,
    laterKeys: () => laterKeys.read(),
    clockOffsetMs: deps.clockOffsetMs,
    journal,
    keyring,
    onAppended: deps.onAppended,
    hasRoom: () => disk.hasRoomToOpen(),
    onState: (state) => status.view.update({ storage: state }),
    onLost: (detail) =>
      status.fail(
        '存储无法恢复',
        '存储多次重启仍未恢复。已保存的记录完好，在日志和数据库中。请重新启动程序；仍然如此，请联系系统管理员。',
        detail,
      ),
  });
  const close = async (): Promise<void> => {
    disk.stop();
    storage.close();
    await journal.close();
    await keyring.close();
  };
  const recovered = await storage.open();
  if (recovered.kind !== 'ready') {
    await close();
    if (recovered.kind === 'newer-schema') {
      status.fail(
        '请升级接访台',
        '这份资料由更新版本的接访台保存，本版本不能打开，资料完好未动。请安装新版本后再启动。',
        `database schema ${recovered.schema}`,
      );
    } else {
      status.fail('资料与本机不符', '数据库不属于这个单位的资料，程序没有改动它。请联系系统管理员核对资料文件夹。', 'foreign database');
    }
    return null;
  }
  if (recovered.notice) status.notice('recovered', 'warning', recovered.notice);
  return { storage, journal, keyring, laterKeys, files: new SealedFiles(at.files), sounds: new SoundFiles(at.sounds), disk, close };
}

/** The whole chain, in the background: start-up compares only the tail. */
export async function verifyChain(checker: ChainChecker, status: ProgramStatus, health: Observable<SystemHealth>): Promise<void> {
  const { phase, brokenAt, aside, findings } = await checker.run();
  if (phase === 'failed') return;
  for (const finding of findings) status.notice(`journal-${finding}`, 'warning', finding);
  health.update({ chain: brokenAt ? 'broken' : 'verified' });
  if (brokenAt) status.notice('chain', 'error', '留痕校验发现一处不连续，可能有记录被改动。登记照常，请尽快联系系统管理员和审计员。');
  if (aside > 0)
    status.notice(
      'aside',
      'warning',
      `有 ${aside} 处改动来自更新的版本或格式不明，已另存，没有丢失，暂不显示。请联系系统管理员升级接访台。`,
    );
}
