import type { BackupTrouble } from '../../shared/domain/backup';

/** A backup that did not come about, and why; the detail is for the log and names no person. */
export class BackupFailure extends Error {
  constructor(
    readonly trouble: BackupTrouble,
    detail: string,
  ) {
    super(`backup ${trouble}: ${detail}`);
    this.name = 'BackupFailure';
  }
}

const BY_CODE: Record<string, BackupTrouble> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'denied',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
  ENOTCONN: 'gone',
  ESTALE: 'gone',
  EHOSTDOWN: 'gone',
  EHOSTUNREACH: 'gone',
  ETIMEDOUT: 'gone',
  UNKNOWN: 'gone',
};

export function troubleOf(error: unknown): BackupTrouble {
  if (error instanceof BackupFailure) return error.trouble;
  return BY_CODE[(error as NodeJS.ErrnoException | null)?.code ?? ''] ?? 'failed';
}
