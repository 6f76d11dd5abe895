import { type RefObject, useState } from 'react';
import type { MatterRow } from '../../shared/domain/follow-up';
import { MATTER_STATE_NAMES } from '../../shared/domain/known-person';
import { DataList } from '../components/data-list';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { isComposing } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

interface Props {
  /** Only those that are at their end. */
  settled: boolean;
  /** Another number: what was done may have changed a state, so the list is asked again. */
  turn: number;
  field: RefObject<HTMLInputElement | null>;
  onSelect(matterId: string): void;
  onOpen(matterId: string): void;
  onList(): void;
}

/** All matters, settled ones too: 回访, 满意度, 复查 come after the end. Found by number or name. */
export function MatterList({ settled, turn, field, onSelect, onOpen, onList }: Props) {
  const [text, setText] = useState('');
  return (
    <>
      <div className="supervision-find">
        <TextField
          label={TEXTS.findMatter}
          dense
          data-takes-scan
          maxLength={60}
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent) || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onList();
          }}
        />
      </div>
      <Found key={`${settled}-${turn}`} settled={settled} text={text} onSelect={onSelect} onOpen={onOpen} />
    </>
  );
}

function Found({ settled, text, onSelect, onOpen }: Pick<Props, 'settled' | 'onSelect' | 'onOpen'> & { text: string }) {
  const found = useAnswer('supervision.matters', { settled, text });
  const rows = found.value?.rows ?? [];
  return (
    <>
      {found.error && <ErrorNotice error={found.error} />}
      {found.value?.more && <Notice level="info">{TEXTS.moreMatters}</Notice>}
      <DataList
        label={settled ? TEXTS.views.settled : TEXTS.views.all}
        rows={rows}
        rowHeight={54}
        keyOf={(row) => row.matterId}
        empty={found.value ? TEXTS.noMatters : ''}
        onSelect={(row) => row && onSelect(row.matterId)}
        onOpen={(row) => onOpen(row.matterId)}
      >
        {(row) => <Line row={row} />}
      </DataList>
    </>
  );
}

function Line({ row }: { row: MatterRow }) {
  return (
    <div className="supervision-row">
      <Tag tone={row.state === 'open' ? 'warn' : 'plain'}>{MATTER_STATE_NAMES[row.state]}</Tag>
      <span>
        <b>{row.name}</b>
        <small>{row.visitNumber}</small>
      </span>
      <span>
        {row.title}
        <small>{TEXTS.lastVisit(row.lastVisit)}</small>
      </span>
    </div>
  );
}
