import { statfs } from 'node:fs/promises';
import { type DiskState, diskState } from '../../shared/rules/disk-guard';
import { log } from '../log';

/** The part of the journal that is its room on the disk. */
interface Reserve {
  reserve: 'ready' | 'preparing' | 'missing';
  prepareReserve(): Promise<void>;
}

/** A database needs a few new files to be opened. */
const ROOM_TO_OPEN = 32 * 1024 * 1024;
const LOOK_MS = 5000;

/** Looks at the free space every few seconds and tells what may still be written. */
export class DiskGuard {
  private timer: NodeJS.Timeout | null = null;
  state: DiskState = 'ok';
  freeBytes = 0;

  constructor(
    private readonly dir: string,
    private readonly journal: Reserve,
    private readonly onChange: (state: DiskState, freeBytes: number) => void,
  ) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }
  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Looks now. */
  async hasRoomToOpen(): Promise<boolean> {
    await this.look();
    return this.freeBytes >= ROOM_TO_OPEN;
  }

  async look(): Promise<void> {
    const { bavail, bsize } = await statfs(this.dir);
    this.freeBytes = bavail * bsize;
    // The room may be back; the journal itself asks for it only when it writes, and now nobody may.
    if (this.journal.reserve === 'missing' && this.freeBytes > ROOM_TO_OPEN) await this.journal.prepareReserve();
    const state = diskState(this.freeBytes, this.journal.reserve !== 'missing');
    if (state === this.state) return;
    log.warn(`disk: ${this.state} → ${state}`);
    this.state = state;
    this.onChange(state, this.freeBytes);
  }
}
