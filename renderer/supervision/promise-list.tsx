import { DUE_GROUP_NAMES, type PromiseRow } from '../../shared/domain/follow-up';
import { namedDay } from '../../shared/rules/time';
import { DataList } from '../components/data-list';
import { Tag, type TagTone } from '../components/panel';
import { go } from '../stores/route';
import { useScreen } from '../stores/screen';
import { TEXTS } from './texts';

const TONES: Record<PromiseRow['group'], TagTone> = { overdue: 'bad', today: 'warn', soon: 'blue', later: 'plain' };

interface Props {
  rows: readonly PromiseRow[];
  onSelect(matterId: string): void;
  onOpen(matterId: string): void;
}

/** What the unit still owes, by its day. */
export function PromiseList({ rows, onSelect, onOpen }: Props) {
  const openBriefing = useScreen((s) => s.openBriefing);
  return (
    <DataList
      label={TEXTS.list}
      rows={rows}
      rowHeight={54}
      keyOf={(row) => row.id}
      empty={TEXTS.empty}
      onSelect={(row) => row && onSelect(row.matterId)}
      onOpen={(row) => {
        if (row.matterId !== '') return onOpen(row.matterId);
        openBriefing(row.briefingId);
        go('briefings');
      }}
    >
      {(row) => (
        <div className="supervision-row">
          <Tag tone={TONES[row.group]}>{DUE_GROUP_NAMES[row.group]}</Tag>
          <span>
            <b>{row.label}</b>
            <small>
              {namedDay(row.due)} {row.provisional ? TEXTS.provisional : ''} · {TEXTS.left(row.left)}
            </small>
          </span>
          <span>
            {row.name} {row.summary}
            <small>
              {row.visitNumber} {row.department} {row.reminders > 0 && TEXTS.reminded(row.reminders)}
            </small>
          </span>
        </div>
      )}
    </DataList>
  );
}
