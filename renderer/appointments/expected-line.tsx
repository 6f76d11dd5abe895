import './appointments.css';
import { useEffect, useRef } from 'react';
import { APPOINTMENT_KIND_NAMES, type AppointmentView } from '../../shared/domain/appointments';
import type { DocumentType } from '../../shared/domain/person';
import { KeyHint } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

interface Props {
  /** Whoever stands at the desk, as far as typed; null before there is enough to ask. */
  who: { docType: DocumentType; docNumber: string; name: string; phone: string } | null;
  /** The appointment that the visit will be marked with; '' for none of them, null while nobody has decided. */
  chosen: string | null;
  onChoose(appointmentId: string | null): void;
  /** The screen is in front: its key acts. */
  active: boolean;
}

/**
 * 「今日预约」 at the desk: it appears with the person, is ticked by itself as long as the clerk has not decided, and Alt+Y
 * decides. When the person changes, what was chosen for the one before is forgotten.
 */
export function ExpectedLine({ who, chosen, onChoose, active }: Props) {
  const answer = useAnswer('appointment.ofPerson', who);
  const found = who ? answer.value : [];
  const ids = found?.map((each) => each.id).join(' ');
  const before = useRef('');
  useEffect(() => {
    if (ids === undefined) return;
    const another = ids !== before.current;
    before.current = ids;
    const first = ids.split(' ')[0];
    if (chosen === null) {
      if (first) onChoose(first);
    } else if (chosen === '' ? another : !ids.includes(chosen)) onChoose(null);
  }, [ids, chosen, onChoose]);
  const one = found?.find((each) => each.id === chosen) ?? found?.[0];
  useHotkeys({ 'Alt+Y': () => one && onChoose(chosen === one.id ? '' : one.id) }, { enabled: active && one !== undefined });
  if (!found || found.length === 0) return null;
  return (
    <section className="panel expected" aria-label={TEXTS.title}>
      {found.map((each) => (
        <label key={each.id} className="expected-line">
          <b>{TEXTS.expected(each.time)}</b>
          <span>{whatOf(each)}</span>
          <span className="expected-check">
            <input type="checkbox" checked={chosen === each.id} onChange={(event) => onChoose(event.target.checked ? each.id : '')} />
            {TEXTS.byAppointment}
            {each === one && <KeyHint keys="Alt+Y" />}
          </span>
        </label>
      ))}
    </section>
  );
}

const whatOf = ({ kind, leader }: AppointmentView): string => (kind === 'leader' ? TEXTS.leader(leader) : APPOINTMENT_KIND_NAMES[kind]);
