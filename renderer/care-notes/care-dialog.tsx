import { useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { CareNoteEntry } from '../../shared/domain/care-note';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';
import { AddNote, EndNote, RenewNote } from './care-acts';
import { type CareAct, CareNotes } from './care-notes';
import { TEXTS } from './texts';

interface Props {
  personId: string;
  name: string;
  care: OutputOf<'careNote.ofPerson'>;
  onClose(): void;
}

const TITLES: Record<CareAct, string> = { add: TEXTS.add, renew: TEXTS.renew, end: TEXTS.end };

/** A person's notes over their page: the list, and one act at a time in its place. */
export function CareDialog({ personId, name, care, onClose }: Props) {
  const [act, setAct] = useState<{ what: CareAct; note?: CareNoteEntry } | null>(null);
  const [done, setDone] = useState('');
  const back = (): void => setAct(null);
  const finish = (sentence: string): void => {
    setDone(sentence);
    back();
  };
  const { latest, notes } = care;
  return (
    <Dialog title={act ? TITLES[act.what] : TEXTS.titleOf(name)} size="wide" stage={act?.what ?? 'list'} onClose={act ? back : onClose}>
      {!act && done && (
        <div className="person-done" role="status">
          <Notice level="good">{done}</Notice>
        </div>
      )}
      {!act && (
        <CareNotes
          notes={notes}
          begin={(what, note) => {
            setDone('');
            setAct({ what, note });
          }}
        />
      )}
      {act?.what === 'add' && <AddNote personId={personId} latest={latest} onDone={finish} onBack={back} />}
      {act?.what === 'renew' && act.note && <RenewNote note={act.note} latest={latest} onDone={finish} onBack={back} />}
      {act?.what === 'end' && act.note && <EndNote note={act.note} onDone={finish} onBack={back} />}
    </Dialog>
  );
}
