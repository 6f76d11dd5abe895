import './messages.css';
import { useState } from 'react';
import type { MessageView } from '../../shared/contract/messages';
import { GROUP_NAMES, type Group } from '../../shared/domain/emergency';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { MessageList } from './message-list';
import { TakeForm } from './take-form';
import { TEXTS } from './texts';
import { WriteForm } from './write-form';

interface Props {
  /** Only this incident's, and what is written here belongs to it; absent: all of the hall's. */
  incidentId?: string;
  onClose(): void;
}

type Act = { what: 'write' } | { what: 'take'; message: MessageView; group: Group } | null;

/**
 * 工作组消息 over whatever is open: written, taken by each group, put on paper. Rendered beside other dialogs, never inside
 * one: a key of this is none of theirs.
 */
export function MessagesDialog({ incidentId = '', onClose }: Props) {
  const list = useLive('message.list', { incidentId });
  const [act, setAct] = useState<Act>(null);
  const [done, setDone] = useState('');
  const begin = (next: Act): void => {
    setDone('');
    setAct(next);
  };
  const finish = (sentence: string): void => {
    setDone(sentence);
    setAct(null);
  };
  const back = (): void => setAct(null);
  const number = incidentId ? list.value?.messages[0]?.incidentNumber : undefined;
  const titles = {
    list: number ? TEXTS.ofIncident(number) : TEXTS.title,
    write: number ? TEXTS.writeFor(number) : TEXTS.write,
    take: TEXTS.takeTitle,
  };
  return (
    <Dialog title={titles[act?.what ?? 'list']} size="wide" stage={act?.what ?? 'list'} onClose={act ? back : onClose}>
      {list.error && (
        <div className="dialog-body">
          <ErrorNotice error={list.error} />
        </div>
      )}
      {!act && (
        <div className={done ? 'messages-said' : ''} role="status">
          {done && <Notice level="good">{done}</Notice>}
        </div>
      )}
      {!act && !list.value && !list.error && <p className="empty">{TEXTS.loading}</p>}
      {!act && list.value && (
        <MessageList
          list={list.value}
          incidentId={incidentId}
          onWrite={() => begin({ what: 'write' })}
          onTake={(message, group) => begin({ what: 'take', message, group })}
          onPrinted={setDone}
          onClose={onClose}
        />
      )}
      {act?.what === 'write' && <WriteForm incidentId={incidentId} onSent={() => finish(TEXTS.sent)} onBack={back} />}
      {act?.what === 'take' && (
        <TakeForm message={act.message} first={act.group} onTaken={(group) => finish(TEXTS.taken(GROUP_NAMES[group]))} onBack={back} />
      )}
    </Dialog>
  );
}
