import { create } from 'zustand';
import { go } from './route';

interface ScreenStore {
  /** The visit whose detail stands open over the screen. */
  visitId: string | null;
  openVisit(id: string): void;
  closeVisit(): void;
  /** Whose whole history stands open. A visit opened after it stands over it; it never stands over a visit. */
  personId: string | null;
  openPerson(id: string): void;
  closePerson(): void;
  /** The interview whose record is in front on 「接谈」; null: the board. */
  interviewId: string | null;
  openInterview(id: string | null): void;
  /** The incident in front on 「突发」; null: what runs, or the list. */
  incidentId: string | null;
  openIncident(id: string | null): void;
  /** The 专报 in front on its screen; null: the newest. */
  briefingId: string | null;
  openBriefing(id: string | null): void;
  /** The item of 「预判」 that is to be in front there, with its day; null: today's list. */
  forecastItem: { id: string; date: string } | null;
  openForecast(item: ScreenStore['forecastItem']): void;
  /** A visit whose running interview is to be opened as soon as it is known which that is. */
  wantedVisit: string | null;
  talkOf(visitId: string): void;
  /** Whose team is being chosen; the dialog stands over whichever screen asked. */
  beginning: { visitId: string; from: string; queueNumber: string; roomId: string } | null;
  begin(visit: ScreenStore['beginning']): void;
  /** What stands over the screen, whichever it is: 疏散名单, or 收卡 with what was scanned. */
  over: { kind: 'evacuation' } | { kind: 'return'; scanned: string } | { kind: 'incident'; id: string } | null;
  show(over: ScreenStore['over']): void;
  /** 工作组消息, over whatever else stands open: an incident's, or the hall's where the id is empty. */
  messages: { incidentId: string } | null;
  showMessages(messages: ScreenStore['messages']): void;
  /** 收尾 stands open, over whatever else; `quit`: the window was to be closed. */
  ending: 'end' | 'quit' | null;
  endDay(ending: ScreenStore['ending']): void;
  /** What was said when the day was ended. */
  endedSaid: string;
  dayEnded(said: string): void;
  /** What is behind the light of syncing, over everything, a locked screen too. */
  syncOpen: boolean;
  showSync(open: boolean): void;
}

/** What only the screen knows: open panels. */
export const useScreen = create<ScreenStore>((set) => ({
  visitId: null,
  openVisit: (visitId) => set({ visitId }),
  closeVisit: () => set({ visitId: null }),
  personId: null,
  openPerson: (personId) => set({ personId, visitId: null }),
  closePerson: () => set({ personId: null }),
  interviewId: null,
  openInterview: (interviewId) => set({ interviewId, wantedVisit: null }),
  incidentId: null,
  openIncident: (incidentId) => set({ incidentId }),
  briefingId: null,
  openBriefing: (briefingId) => set({ briefingId }),
  forecastItem: null,
  openForecast: (forecastItem) => {
    set({ forecastItem });
    if (forecastItem) go('forecast');
  },
  wantedVisit: null,
  talkOf: (wantedVisit) => set({ wantedVisit, interviewId: null }),
  beginning: null,
  begin: (beginning) => set({ beginning }),
  over: null,
  show: (over) => set({ over }),
  messages: null,
  showMessages: (messages) => set({ messages }),
  ending: null,
  endDay: (ending) => set({ ending, endedSaid: '' }),
  endedSaid: '',
  dayEnded: (endedSaid) => set({ endedSaid, ending: null }),
  syncOpen: false,
  showSync: (syncOpen) => set({ syncOpen }),
}));

/** Nothing that one person had open stands before the next. */
export const closeEverything = (): void =>
  useScreen.setState({
    visitId: null,
    personId: null,
    interviewId: null,
    incidentId: null,
    briefingId: null,
    forecastItem: null,
    wantedVisit: null,
    beginning: null,
    over: null,
    messages: null,
    ending: null,
    endedSaid: '',
    syncOpen: false,
  });

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
