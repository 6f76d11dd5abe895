import type { KeyboardEvent } from 'react';
import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { dayOf } from '../../shared/rules/time';
import { DataList } from '../components/data-list';
import { chordOf } from '../hooks/use-hotkeys';
import { useNow } from '../hooks/use-now';
import { useMayAsk } from '../stores/session';
import { type Offer, type Offered, WHOLE_DAY } from './acts';
import { QueueLine } from './queue-row';
import { TEXTS } from './texts';

interface Props {
  label: string;
  rows: readonly QueueRow[];
  settings: Settings;
  empty: string;
  onSelect(row: QueueRow | undefined): void;
  onAct(row: QueueRow, act: Offered['act']): void;
  offer?: Offer;
}

const ROW = 42;

/** The list takes the keys: Enter the next step, a letter any other. */
export function QueueList({ label, rows, settings, empty, onSelect, onAct, offer = WHOLE_DAY }: Props) {
  const now = useNow(10_000);
  const mayTalk = useMayAsk('interview.begin');
  const today = dayOf(now);
  const onKey = (event: KeyboardEvent, row: QueueRow): (() => void) | null => {
    const chord = chordOf(event.nativeEvent);
    const found = offer.acts(row, mayTalk).find(({ key }) => key === chord);
    return found ? () => onAct(row, found.act) : null;
  };
  return (
    <div className="queue-list">
      <div className="queue-head queue-columns" aria-hidden="true">
        {TEXTS.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <DataList
        label={label}
        rows={rows}
        rowHeight={ROW}
        keyOf={(row) => row.id}
        empty={empty}
        onSelect={onSelect}
        onKey={onKey}
        onOpen={(row) => onAct(row, offer.next(row, mayTalk) ?? 'open')}
      >
        {(row) => <QueueLine row={row} settings={settings} now={now} today={today} />}
      </DataList>
    </div>
  );
}
