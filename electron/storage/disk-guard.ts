import { statfs } from 'node:fs/promises';
import { type DiskState, diskState } from '../../shared/rules/disk-guard';
import { log } from '../log';

/** Looks at the free space every few seconds and tells what may still be written. */
export class DiskGuard {
  private timer: NodeJS.Timeout | null = null;
  state: DiskState = 'ok';
  freeBytes = 0;

  constructor(
    private readonly dir: string,
    private readonly reserveReady: () => boolean,
    private readonly onChange: (state: DiskState, freeBytes: number) => void,
  ) {}

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), 5000);
  }
  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async look(): Promise<void> {
    const { bavail, bsize } = await statfs(this.dir);
    this.freeBytes = bavail * bsize;
    const state = diskState(this.freeBytes, this.reserveReady());
    if (state === this.state) return;
    log.warn(`disk: ${this.state} → ${state}`);
    this.state = state;
    this.onChange(state, this.freeBytes);
  }
}
