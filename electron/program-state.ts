import type { ProgramState, SystemHealth } from '../shared/contract/session';
import { Observable } from './observable';

type Notice = ProgramState['notices'][number];

/** Before anything was looked at. */
export const FIRST_HEALTH: SystemHealth = {
  disk: 'ok',
  freeBytes: 0,
  store: '',
  keyProvider: '',
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  chain: 'checking',
  findings: [],
};

/** Where the program stands, as every screen sees it. */
export class ProgramStatus {
  readonly view = new Observable<ProgramState>({
    phase: 'starting',
    demo: false,
    unitName: '',
    deskCode: '',
    deskName: '',
    notices: [],
    storage: 'ready',
    clockOffsetMs: 0,
  });

  /** A later notice of the same id takes the place of the earlier. */
  notice(id: string, level: Notice['level'], text: string): void {
    this.dismiss(id);
    this.view.update({ notices: [...this.view.get().notices, { id, level, text }] });
  }
  dismiss(id: string): void {
    const { notices } = this.view.get();
    if (notices.some((n) => n.id === id)) this.view.update({ notices: notices.filter((n) => n.id !== id) });
  }
  /** @param restorable what is damaged here may be put back from a backup */
  fail(title: string, text: string, detail: string, restorable = false): void {
    this.view.update({ phase: 'failed', failure: { title, text, detail, restorable } });
  }
}
