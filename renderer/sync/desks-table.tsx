import type { ReactNode } from 'react';
import type { DeskSeen, SyncLink } from '../../shared/domain/sync';
import { clockWords, deskState, deskWords, lastWords } from '../../shared/rules/sync-words';
import { Tag } from '../components/panel';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

interface Props {
  desks: readonly DeskSeen[];
  /** How this desk itself stands. */
  link: SyncLink;
  now: number;
  /** What may be done with each, in a column of its own. */
  acts?: (desk: DeskSeen) => ReactNode;
}

/** The desks of the hall as this one saw them. */
export function DesksTable({ desks, link, now, acts }: Props) {
  const own = useSession((s) => s.program?.deskCode);
  if (desks.length === 0) return <p className="tone-quiet">{TEXTS.noDesks}</p>;
  return (
    <table className="table sync-table">
      <thead>
        <tr>
          {TEXTS.deskHead.map((head) => (
            <th key={head}>{head}</th>
          ))}
          {acts && <th>{TEXTS.deskActs}</th>}
        </tr>
      </thead>
      <tbody>
        {desks.map((desk) => {
          const mine = desk.code === own;
          const { text, tone } = deskState(desk, link === 'online' || link === 'disagrees');
          const clock = clockWords(desk.clockAheadMs);
          return (
            <tr key={desk.code}>
              <td>
                {deskWords(desk)}（{desk.code}）{mine && TEXTS.thisDesk}
              </td>
              <td>{!mine && <Tag tone={tone}>{text}</Tag>}</td>
              <td>{!mine && lastWords(desk.lastSeen, now)}</td>
              <td className={clock ? 'tone-warn' : ''}>
                {!mine && (clock || (desk.clockAheadMs === null ? TEXTS.clockUnknown : TEXTS.clockGood))}
              </td>
              {acts && <td className="sync-acts">{acts(desk)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
