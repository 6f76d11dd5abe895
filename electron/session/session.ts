import type { SessionView } from '../../shared/contract/session';
import type { Role } from '../../shared/domain/basics';
import { Observable } from '../observable';

export interface SignedIn {
  id: string;
  name: string;
  roles: readonly Role[];
}

/**
 * Who sits at this desk. One window, one session: it lives in the main process, so that no screen can claim it.
 * The lock falls by itself after the idle time; typed text stays in the screen and in its draft.
 */
export class Session {
  readonly view = new Observable<SessionView>({ staff: null, locked: false, idleLockSeconds: 180 });
  private timer: NodeJS.Timeout | null = null;
  private lastTouch = 0;
  /** While an incident runs nobody is locked out by having no hand free. */
  private held = false;

  get staff(): SignedIn | null {
    return this.view.get().staff;
  }
  get locked(): boolean {
    return this.view.get().locked;
  }

  signIn(staff: SignedIn, idleLockSeconds: number): void {
    this.view.set({ staff: { ...staff, roles: [...staff.roles] }, locked: false, idleLockSeconds });
    this.touch(true);
  }
  unlock(): void {
    this.view.update({ locked: false });
    this.touch(true);
  }
  lock(): void {
    if (this.staff && !this.locked) this.view.update({ locked: true });
    this.stopTimer();
  }
  signOut(): void {
    this.view.update({ staff: null, locked: false });
    this.stopTimer();
  }
  /** The hall's setting changed. */
  setIdleLock(seconds: number): void {
    if (seconds === this.view.get().idleLockSeconds) return;
    this.view.update({ idleLockSeconds: seconds });
    this.touch(true);
  }

  /** An incident runs, or no longer. A lock that stands stays. */
  hold(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    if (held) this.stopTimer();
    else this.touch(true);
  }

  /** Somebody is at the keyboard. A touch never opens a lock. */
  touch(now = false): void {
    if (!this.staff || this.locked || this.held) return;
    const at = performance.now();
    if (!now && at - this.lastTouch < 1000) return;
    this.lastTouch = at;
    this.stopTimer();
    this.timer = setTimeout(() => this.lock(), this.view.get().idleLockSeconds * 1000);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
