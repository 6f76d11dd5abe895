import { create } from 'zustand';
import { contract, type LiveName, type RequestName } from '../../shared/contract';
import type { ProgramState, SessionView } from '../../shared/contract/session';

interface SessionStore {
  /** Null until the program has said where it stands. */
  program: ProgramState | null;
  session: SessionView | null;
}

/** Where the program stands and who is signed in, as the main process says it. Nothing here grants anything. */
export const useSession = create<SessionStore>(() => ({ program: null, session: null }));

/** Called once, before the first render. */
export function followSession(): void {
  window.reception.subscribe('program.state', {}, (result) => {
    if (result.ok) useSession.setState({ program: result.value });
  });
  window.reception.subscribe('session.current', {}, (result) => {
    if (result.ok) useSession.setState({ session: result.value });
  });
}

/** Milliseconds UTC by the program's clock (RECEPTION_CLOCK): what a screen shows as now, and takes today from. */
export const programNow = (): number => Date.now() + (useSession.getState().program?.clockOffsetMs ?? 0);

/** Whether the contract lets this person ask. Only hides what would be refused; the router decides. */
export function mayAsk(session: SessionView | null, name: RequestName | LiveName): boolean {
  const { access } = contract[name];
  if (access === 'anyone') return true;
  if (access === 'hall-screen') return false;
  const staff = session?.staff;
  if (!staff) return false;
  return access === 'signed-in' || access.some((role) => staff.roles.includes(role));
}

export const useMayAsk = (name: RequestName | LiveName): boolean => useSession((s) => mayAsk(s.session, name));
