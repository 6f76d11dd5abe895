import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { MessageView } from '../../shared/contract/messages';
import type { Group } from '../../shared/domain/emergency';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { useNow } from '../hooks/use-now';
import { useRequest } from '../hooks/use-request';
import { usePageKeys } from '../people/use-page-keys';
import { MessageOne, MessageRow } from './message-one';
import { TEXTS } from './texts';

const ROW = 58;
const NUMBERS = ['1', '2', '3', '4', '5', '6'];

interface Props {
  list: OutputOf<'message.list'>;
  incidentId: string;
  onWrite(): void;
  onTake(message: MessageView, group: Group): void;
  onPrinted(sentence: string): void;
  onClose(): void;
}

/** Newest first; a number takes the chosen message for its group, Enter for the first that has not. */
export function MessageList({ list, incidentId, onWrite, onTake, onPrinted, onClose }: Props) {
  const { messages, taskMinutes, more } = list;
  const inside = useRef<HTMLDivElement>(null);
  const printing = useRequest('message.print');
  const now = useNow(5000);
  const [chosen, setChosen] = useState('');
  const message = messages.find(({ id }) => id === chosen);
  const any = messages.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is a list to stand on
  useEffect(() => inside.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [any]);

  const take = (group: MessageView['groups'][number] | undefined): void => {
    if (message && group && group.acknowledged === null) onTake(message, group.group);
  };
  const print = async (): Promise<void> => {
    if (printing.busy) return;
    // A drill's paper is the drill's alone.
    const result = await printing.run({ incidentId: incidentId || (message?.drill ? message.incidentId : '') });
    if (result.ok) onPrinted(TEXTS.printed(result.value.messages, result.value.printer));
  };
  usePageKeys(inside, {
    N: onWrite,
    F7: () => void print(),
    'Ctrl+M': onClose,
    ...Object.fromEntries(NUMBERS.map((key, i) => [key, () => take(message?.groups[i])])),
  });
  return (
    <>
      {printing.error && (
        <div className="messages-said">
          <ErrorNotice error={printing.error} />
        </div>
      )}
      <div ref={inside} className="messages">
        <div className="messages-list">
          <DataList
            label={TEXTS.list}
            rows={messages}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            empty={TEXTS.empty}
            onSelect={(row) => setChosen(row?.id ?? '')}
            onOpen={({ groups }) => take(groups.find(({ acknowledged }) => acknowledged === null))}
          >
            {(row) => <MessageRow message={row} now={now} taskMinutes={taskMinutes} />}
          </DataList>
          {more && <p className="tone-quiet person-line">{TEXTS.more}</p>}
        </div>
        {message && <MessageOne message={message} now={now} taskMinutes={taskMinutes} />}
      </div>
      <div className="dialog-foot">
        <span className="messages-local tone-quiet">{TEXTS.local}</span>
        {any && (
          <Button hint="F7" disabled={printing.busy} onClick={() => void print()}>
            {TEXTS.print}
          </Button>
        )}
        <Button kind="primary" hint="N" data-autofocus onClick={onWrite}>
          {TEXTS.write}
        </Button>
      </div>
    </>
  );
}
