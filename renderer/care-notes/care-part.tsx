import './care-notes.css';
import { CARE_KIND_NAMES, type CareNoteEntry } from '../../shared/domain/care-note';
import { expiresSoon } from '../../shared/rules/care-note';
import { dayOf } from '../../shared/rules/time';
import { Tag } from '../components/panel';
import { useNow } from '../hooks/use-now';
import { TEXTS } from './texts';

/** What holds today, as whoever receives the person needs it. */
export function CarePart({ notes }: { notes: readonly CareNoteEntry[] }) {
  const today = dayOf(useNow(60_000));
  const inForce = notes.filter(({ state }) => state === 'in-force');
  if (inForce.length === 0) return <p className="person-line tone-quiet">{TEXTS.none}</p>;
  return inForce.map((note) => (
    <div key={note.id} className="person-line">
      <p>
        <Tag tone={note.kind === 'care' ? 'good' : 'warn'}>{CARE_KIND_NAMES[note.kind]}</Tag> {note.arrangement}
      </p>
      <p className="tone-quiet">
        {TEXTS.foot(note.approverName, note.expires)} {expiresSoon(note, today) && <Tag tone="warn">{TEXTS.soon}</Tag>}
      </p>
    </div>
  ));
}
