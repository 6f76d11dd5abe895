import { create } from 'zustand';

interface ScreenStore {
  /** The visit whose detail stands open over the screen. */
  visitId: string | null;
  openVisit(id: string): void;
  closeVisit(): void;
  /** Whose whole history stands open. A visit opened after it stands over it; it never stands over a visit. */
  personId: string | null;
  openPerson(id: string): void;
  closePerson(): void;
  /** What stands over the screen, whichever it is: 疏散名单, or 收卡 with what was scanned. */
  over: { kind: 'evacuation' } | { kind: 'return'; scanned: string } | null;
  show(over: ScreenStore['over']): void;
}

/** What only the screen knows: open panels. */
export const useScreen = create<ScreenStore>((set) => ({
  visitId: null,
  openVisit: (visitId) => set({ visitId }),
  closeVisit: () => set({ visitId: null }),
  personId: null,
  openPerson: (personId) => set({ personId, visitId: null }),
  closePerson: () => set({ personId: null }),
  over: null,
  show: (over) => set({ over }),
}));

type Flush = () => Promise<unknown>;
const unsaved = new Set<Flush>();

/** A screen with typed text says how to save it; returns the way to take that back. */
export function keepBeforeLeaving(flush: Flush): () => void {
  unsaved.add(flush);
  return () => unsaved.delete(flush);
}

/** Before a lock or a change of person: afterwards the draft could no longer be saved. */
export async function saveTypedText(): Promise<void> {
  await Promise.all([...unsaved].map((flush) => flush()));
}
