import { useFormContext } from 'react-hook-form';
import { CARE_KIND_NAMES } from '../../shared/domain/care-note';
import { type KnownPerson, MATTER_STATE_NAMES, type MatterView } from '../../shared/domain/known-person';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { KeyHint } from '../components/button';
import { Panel, Tag, type TagTone } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { PersonButton } from '../people/person-button';
import { useScreen } from '../stores/screen';
import { useNames } from '../visit/use-names';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import { isUnresolved } from './propose-matter';
import { TEXTS } from './texts';

const TONES: Record<MatterView['state'], TagTone> = { open: 'warn', answered: 'blue', closed: 'good', final: 'bad' };
const SHOWN_VISITS = 3;

/** Everything known of the person, in a glance; beside it the matters, each one key away. */
export function KnownPanel({ known }: { known: KnownPerson }) {
  const { repeat, matter, active } = useDesk();
  const { setValue, watch } = useFormContext<CheckInForm>();
  const chosen = watch('matterChosen');
  const choosable = known.matters.filter(isUnresolved);
  const settled = known.matters.filter((m) => !isUnresolved(m));
  const choose = (id: string): void => {
    setValue('matterChosen', true, { shouldDirty: true });
    setValue('matterId', id, { shouldDirty: true });
    const field = known.matters.find((m) => m.id === id)?.fieldCode;
    if (field) setValue('fieldCode', field, { shouldDirty: true });
  };
  useHotkeys(Object.fromEntries([['Alt+0', () => choose('')], ...choosable.map((m, i) => [`Alt+${i + 1}`, () => choose(m.id)] as const)]), {
    enabled: active && choosable.length > 0,
  });
  return (
    <Panel
      title={TEXTS.known(known.visitCount)}
      className="known"
      aside={
        repeat.repeated && (
          <Tag tone={repeat.marked ? 'bad' : 'warn'}>
            {TEXTS.thisIs(repeat.count)}
            {repeat.marked && ` · ${TEXTS.unresolved}`}
          </Tag>
        )
      }
    >
      <div className="known-body">
        {choosable.length > 0 && (
          <fieldset className="matters" aria-label={TEXTS.sameMatter}>
            {choosable.map((m, i) => (
              <Matter
                key={m.id}
                matter={m}
                keys={`Alt+${i + 1}`}
                chosen={matter?.id === m.id}
                proposed={!chosen}
                onChoose={() => choose(m.id)}
              />
            ))}
            <label className="matter matter-new">
              <input type="radio" name="matter" checked={!matter} onChange={() => choose('')} />
              <span>{TEXTS.newMatter}</span>
              <KeyHint keys="Alt+0" />
            </label>
          </fieldset>
        )}
        {settled.map((m) => (
          <Settled key={m.id} matter={m} />
        ))}
        <FormerVisits known={known} />
        <PersonButton personId={known.person.id} name={known.person.name} keyed={active} />
      </div>
    </Panel>
  );
}

interface MatterProps {
  matter: MatterView;
  keys: string;
  chosen: boolean;
  proposed: boolean;
  onChoose(): void;
}

function Matter({ matter, keys, chosen, proposed, onChoose }: MatterProps) {
  const names = useNames();
  return (
    <div className="matter-whole">
      <label className="matter">
        <input type="radio" name="matter" checked={chosen} onChange={onChoose} />
        <span className="matter-title" title={matter.title}>
          {TEXTS.sameMatter}：{names.field(matter.fieldCode)}
        </span>
        <Tag tone={TONES[matter.state]}>{MATTER_STATE_NAMES[matter.state]}</Tag>
        <KeyHint keys={keys} />
      </label>
      <p className="matter-line tone-quiet">
        {matter.title} · {TEXTS.matterVisits(matter.visits, matter.lastVisit)}
        {chosen && proposed && ` · ${TEXTS.proposed}`}
      </p>
      {matter.promises.map((promise) => (
        <p key={`${promise.code}-${promise.due}`} className={`matter-line ${promise.overdueDays > 0 ? 'tone-bad' : 'tone-warn'}`}>
          {promise.overdueDays > 0 ? TEXTS.overdue(promise.label, promise.due, promise.overdueDays) : TEXTS.due(promise.label, promise.due)}
        </p>
      ))}
    </div>
  );
}

function Settled({ matter }: { matter: MatterView }) {
  const names = useNames();
  return (
    <div className="matter-whole">
      <div className="matter matter-settled">
        <span className="matter-title" title={matter.title}>
          {names.field(matter.fieldCode)}
        </span>
        <span className="tone-quiet">{matter.lastVisit}</span>
        <Tag tone={TONES[matter.state]}>{MATTER_STATE_NAMES[matter.state]}</Tag>
      </div>
      {matter.state === 'final' && <p className="matter-line tone-bad">{TEXTS.final(matter.finalDecision)}</p>}
    </div>
  );
}

function FormerVisits({ known }: { known: KnownPerson }) {
  const names = useNames();
  const openVisit = useScreen((s) => s.openVisit);
  if (known.visits.length === 0) return <p className="empty">{TEXTS.newPerson}</p>;
  return (
    <ul className="former" aria-label={TEXTS.formerVisits}>
      {known.visits.slice(0, SHOWN_VISITS).map((visit) => (
        <li key={visit.id}>
          <button type="button" onClick={() => openVisit(visit.id)}>
            <span>{visit.date}</span>
            <span className="former-field">{names.field(visit.fieldCode)}</span>
            <span className="tone-quiet">{VISIT_STATE_NAMES[visit.state]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The arrangement, never the illness; who approved it and until when. */
export function CarePanel({ known }: { known: KnownPerson }) {
  if (known.careNotes.length === 0) return null;
  return (
    <Panel title={TEXTS.care} className="care" aside={<Tag tone="warn">{TEXTS.careTag}</Tag>}>
      {known.careNotes.map((note) => (
        <div key={note.id} className="care-note">
          <p>
            <Tag tone={note.kind === 'care' ? 'good' : 'warn'}>{CARE_KIND_NAMES[note.kind]}</Tag> {note.arrangement}
          </p>
          <p className="tone-quiet care-foot">{TEXTS.careFoot(note.approverName, note.expires)}</p>
        </div>
      ))}
    </Panel>
  );
}
