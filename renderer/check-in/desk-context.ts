import { createContext, useContext } from 'react';
import type { KnownPerson, MatterView } from '../../shared/domain/known-person';
import type { RuleSettings, Settings } from '../../shared/domain/settings';
import type { VisitKind } from '../../shared/domain/visit';
import type { Checked } from './attempt';
import type { PersonForm } from './form-values';
import type { PersonFacts } from './person-facts';
import type { Repeat } from './propose-matter';
import type { DeskReader } from './use-reader';

/** What the parts of the check-in screen share besides the form itself: all worked out, nothing stored. */
export interface Desk {
  /** The screen is in front: its keys act. */
  active: boolean;
  settings: Settings;
  rules: RuleSettings;
  today: string;
  kind: VisitKind;
  person: PersonForm;
  facts: PersonFacts;
  known: KnownPerson | null | undefined;
  matter: MatterView | undefined;
  repeat: Repeat;
  /** The 核对 that fits the document as it stands now. */
  checked: Checked | null;
  /** There was one, but the document was changed since. */
  checkedStale: boolean;
  reader: DeskReader;
  /** 补录 of paper cards. */
  paper: boolean;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of the check-in screen');
  return desk;
}
