import type { InterviewRow } from '../../../shared/contract/interviews';
import { RESULT_NAMES } from '../../../shared/domain/disposal';
import { timeOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { DataList } from '../../components/data-list';
import { Panel, Tag } from '../../components/panel';
import { TEXTS as RECORDING } from '../../recording/texts';
import { TEXTS } from '../texts';

interface Props {
  rows: readonly InterviewRow[];
  onOpen(row: InterviewRow): void;
  /** Absent: not for this person. */
  onLedger?: () => void;
}

/** The day's interviews, newest first; Enter opens the record. */
export function TodayTalks({ rows, onOpen, onLedger }: Props) {
  return (
    <Panel
      title={TEXTS.today}
      className="talk-today"
      aside={
        onLedger && (
          <Button kind="quiet" className="panel-end" hint="Alt+L" onClick={onLedger}>
            {RECORDING.ledger}
          </Button>
        )
      }
    >
      <DataList label={TEXTS.todayList} rows={rows} rowHeight={40} keyOf={(row) => row.id} empty={TEXTS.noTalks} onOpen={onOpen}>
        {(row) => (
          <div className="talk-line">
            <b className="queue-number">{row.queueNumber}</b>
            <span>{row.name}</span>
            <span className="talk-summary">{row.summary}</span>
            <span>{timeOf(row.startedAt)}</span>
            <Tag tone={row.state === 'ended' ? 'plain' : 'warn'}>{row.result ? RESULT_NAMES[row.result] : row.roomName}</Tag>
          </div>
        )}
      </DataList>
    </Panel>
  );
}
