import { END_TEXTS, type RecordingRow } from '../../../shared/domain/recordings';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { Facts, Panel } from '../../components/panel';
import { TEXTS as TALK } from '../../interview/texts';
import { TEXTS } from '../texts';

const MB = 1024 * 1024;

/** One recording: how long it is kept, and what keeps it beyond that. */
export function RecordingPane({ row, onHold, onDestroy }: { row: RecordingRow; onHold(): void; onDestroy(): void }) {
  const { facts } = TEXTS;
  return (
    <Panel title={`${row.number} ${row.maskedName}`}>
      <Facts
        items={[
          [facts.began, stampOf(row.startedAt)],
          [facts.length, row.durationMs > 0 ? TALK.clock(row.durationMs) : TEXTS.unknownLength],
          [facts.size, `${(row.bytes / MB).toFixed(1)} MB`],
          [facts.device, row.name],
          [facts.by, row.staffName],
          [facts.ended, row.ended && !row.outside ? END_TEXTS[row.ended] : ''],
          [facts.destroyableFrom, row.destroyableFrom],
          [facts.kept, row.kept.join('；')],
          [facts.hash, row.sha256],
        ]}
      />
      <div className="recording-acts">
        <Button hint="F6" onClick={onHold}>
          {row.hold ? TEXTS.release : TEXTS.hold}
        </Button>
        <Button hint="Delete" disabled={row.kept.length > 0} onClick={onDestroy}>
          {TEXTS.destroy}
        </Button>
      </div>
    </Panel>
  );
}
