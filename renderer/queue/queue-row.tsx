import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { waitedMinutes } from '../../shared/rules/queue-order';
import { Tag, type TagTone } from '../components/panel';
import { placeOf, roomName } from './places';
import { TEXTS } from './texts';

interface Props {
  row: QueueRow;
  settings: Settings;
  now: number;
  today: string;
}

const minutesSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / 60_000));

/** One visit in the queue: whom to call, where they are, what to know. Never by colour alone. */
export function QueueLine({ row, settings: { hall, rules }, now, today }: Props) {
  const waited = waitedMinutes(row, now);
  const long = waited >= rules.waitHintMinutes;
  return (
    <div className={`queue-columns queue-row ${row.calledAt !== null ? 'queue-called' : ''}`}>
      <b className="queue-number">{row.queueNumber}</b>
      <span className="queue-name">
        {row.nameMasked} {row.heads > 1 && <small>{TEXTS.heads(row.present, row.heads)}</small>}
      </span>
      <span className={long ? 'tone-warn' : ''}>
        {VISIT_STATE_NAMES[row.state]}
        {row.state === 'waiting' || row.state === 'issued' ? ` · ${TEXTS.waited(waited)}` : ''}
        {row.state === 'interview' && row.startedAt !== null && ` · ${TEXTS.talked(minutesSince(row.startedAt, now))}`}
      </span>
      <span className="queue-place">
        {row.calledAt !== null ? TEXTS.called(roomName(row.roomId, hall), row.calls) : placeOf(row, hall)}
      </span>
      <span className="queue-flags">
        {flagsOf(row, today).map(([text, tone]) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
      </span>
    </div>
  );
}

function flagsOf(row: QueueRow, today: string): [string, TagTone][] {
  const { flags } = TEXTS;
  const all: [boolean, string, TagTone][] = [
    [row.date !== today, flags.earlier, 'warn'],
    [row.priority, flags.priority, 'blue'],
    [row.appointment === 'appointment', flags.appointment, 'blue'],
    [row.appointment === 'leader', flags.leader, 'blue'],
    [row.absentAt !== null, TEXTS.absent, 'warn'],
    [row.cardLost, flags.lost, 'bad'],
    [row.heldItems > 0, flags.items(row.heldItems), 'plain'],
    [row.rollAt !== null && row.rollPresent < row.present, flags.missing(row.present - row.rollPresent), 'warn'],
    [row.rollAt !== null && row.rollPresent >= row.present, flags.complete, 'good'],
    [row.visitCount > 1, flags.repeat(row.visitCount), 'plain'],
    [row.backfilled, flags.backfilled, 'plain'],
  ];
  return all.filter(([shown]) => shown).map(([, text, tone]) => [text, tone]);
}
