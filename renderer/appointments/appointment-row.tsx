import { APPOINTMENT_KIND_NAMES, type AppointmentView } from '../../shared/domain/appointments';
import { type AppointmentStanding, STANDING_NAMES, standingOf } from '../../shared/rules/appointment-standing';
import { maskName } from '../../shared/rules/mask';
import { Tag, type TagTone } from '../components/panel';
import { TEXTS } from './texts';

const TONES: Record<AppointmentStanding, TagTone> = { awaited: 'blue', arrived: 'good', missed: 'warn', cancelled: 'plain' };

/** By masked name, for visitors stand on the other side of the counter; in full once it is opened. */
export function AppointmentRow({ row, today }: { row: AppointmentView; today: string }) {
  const standing = standingOf(row, today);
  return (
    <div className={`appointment-columns appointment-row appointment-${standing}`}>
      <b>{row.time}</b>
      <span>{row.kind === 'leader' ? TEXTS.leader(row.leader) : APPOINTMENT_KIND_NAMES[row.kind]}</span>
      <span>{maskName(row.name)}</span>
      <span className="tone-quiet">{row.phoneMasked}</span>
      <span className="tone-quiet">{row.docMasked}</span>
      <span className="tone-quiet" title={row.reason || row.summary}>
        {row.reason || row.summary}
      </span>
      <span>
        <Tag tone={TONES[standing]}>{STANDING_NAMES[standing]}</Tag> {row.queueNumber}
      </span>
    </div>
  );
}
