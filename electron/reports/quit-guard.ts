import { type BrowserWindow, powerMonitor } from 'electron';
import { CLOSERS } from '../../shared/contract/roles';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { Program } from '../program';
import { look } from './day-end-handlers';

/** A store that is busy or gone holds nobody who wants to leave. */
const ASK_MS = 1500;

/**
 * Closing the window goes through 日终 while the day is not ended at this desk. Only a person's own closing: a shut-down of the
 * PC, the end of the session and `app.quit` pass, and so does a window whose page is gone, or where nobody could end the day.
 */
export class QuitGuard {
  readonly asked = new Observable<{ times: number }>({ times: 0 });
  private passing = false;

  constructor(private readonly program: Program) {}

  watch(window: BrowserWindow): void {
    const pass = (): void => {
      this.passing = true;
    };
    powerMonitor.on('shutdown', pass);
    // Windows asks every window before it ends a session; older runtimes know only the second of the two.
    for (const name of ['query-session-end', 'session-end']) window.on(name as 'session-end', pass);
    window.on('close', (event) => {
      if (this.passing || !this.mayEnd() || window.webContents.isCrashed()) return;
      event.preventDefault();
      void this.ask(window);
    });
  }

  private mayEnd(): boolean {
    const { session } = this.program;
    return this.program.isReady() && !session.locked && (session.staff?.roles ?? []).some((role) => CLOSERS.includes(role));
  }

  private async ask(window: BrowserWindow): Promise<void> {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ASK_MS));
    const view = await Promise.race([look(this.program), late]).catch((error: unknown) => {
      log.error(`quit: ${describe(error)}`);
      return null;
    });
    if (view?.quitAsks && view.closed === null) return this.asked.set({ times: this.asked.get().times + 1 });
    this.passing = true;
    if (!window.isDestroyed()) window.close();
  }
}
