import { useState } from 'react';
import type { NextVisitor } from '../../../shared/domain/interview';
import type { HallSettings } from '../../../shared/domain/settings';
import { SPECIAL_NEED_NAMES } from '../../../shared/domain/visit';
import { Button } from '../../components/button';
import { DataList } from '../../components/data-list';
import { Panel, Tag } from '../../components/panel';
import { useNow } from '../../hooks/use-now';
import { TEXTS } from '../texts';

interface Props {
  visitors: readonly NextVisitor[];
  hall: HallSettings;
  hintMinutes: number;
  onCall(visitor: NextVisitor): void;
  onBegin(visitor: NextVisitor): void;
}

/** Who waits, in the order of the queue. Enter calls, and once they are called it begins. */
export function NextList({ visitors, hall, hintMinutes, onCall, onBegin }: Props) {
  const now = useNow(10_000);
  const [selected, setSelected] = useState<NextVisitor>();
  const at = visitors.find((visitor) => visitor.id === selected?.id);
  const roomName = (id: string): string => hall.rooms.find((room) => room.id === id)?.name ?? '';
  const next = (visitor: NextVisitor): void => (visitor.calledTo ? onBegin(visitor) : onCall(visitor));
  return (
    <Panel
      title={TEXTS.next}
      className="talk-next"
      aside={
        at && (
          <span className="panel-end">
            <Button hint={at.calledTo ? 'C' : 'Enter'} disabled={at.roomIds.length === 0} onClick={() => onCall(at)}>
              {TEXTS.call}
            </Button>{' '}
            <Button kind="primary" hint={at.calledTo ? 'Enter' : 'I'} disabled={at.roomIds.length === 0} onClick={() => onBegin(at)}>
              {TEXTS.begin}
            </Button>
          </span>
        )
      }
    >
      <DataList
        label={TEXTS.nextList}
        rows={visitors}
        rowHeight={52}
        keyOf={(visitor) => visitor.id}
        empty={TEXTS.nobody}
        onSelect={(each) => setSelected(each)}
        onOpen={next}
        onKey={(event, visitor) => {
          if (event.key.toUpperCase() === 'C') return () => onCall(visitor);
          return event.key.toUpperCase() === 'I' ? () => onBegin(visitor) : null;
        }}
      >
        {(visitor) => {
          const waited = Math.max(0, Math.floor((now - visitor.waitingSince) / 60_000));
          return (
            <div className="talk-visitor">
              <b className="queue-number">{visitor.queueNumber}</b>
              <span>
                {visitor.maskedName} {visitor.heads > 1 && <small>{TEXTS.heads(visitor.heads)}</small>}
              </span>
              <span className="talk-needs">
                {visitor.needs.map((need) => (
                  <Tag key={need} tone="blue">
                    {SPECIAL_NEED_NAMES[need]}
                  </Tag>
                ))}
              </span>
              <span className={waited >= hintMinutes ? 'tone-warn' : ''}>{TEXTS.minutes(waited)}</span>
              <small>
                {visitor.calledTo
                  ? TEXTS.calledTo(roomName(visitor.calledTo))
                  : visitor.roomIds[0]
                    ? roomName(visitor.roomIds[0])
                    : TEXTS.noFreeRoom}
              </small>
            </div>
          );
        }}
      </DataList>
    </Panel>
  );
}
