import './visit.css';
import { useState } from 'react';
import { VISIT_STATE_NAMES, type VisitDetail } from '../../shared/domain/visit';
import { AttachmentsPanel } from '../attachments/attachments-panel';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useAnswer, useRequest } from '../hooks/use-request';
import { PersonButton } from '../people/person-button';
import { useMayAsk } from '../stores/session';
import { CorrectForm } from './correct-form';
import { ReasonForm } from './reason-form';
import { RepresentativeForm } from './representative-form';
import { TEXTS } from './texts';
import { VisitFacts } from './visit-facts';
import { VisitHistory } from './visit-history';
import { VisitTalks } from './visit-talks';

type Act = 'look' | 'correct' | 'add' | 'void' | 'reprint';

/** One visit, whole: what is recorded, what was changed by whom, and what may still be done with it. */
export function VisitDialog({ id, onClose }: { id: string; onClose(): void }) {
  const visit = useAnswer('visit.get', { id });
  const history = useAnswer('visit.history', { id });
  const mayTalks = useMayAsk('interview.ofVisit');
  const mayFiles = useMayAsk('attachment.list');
  const [act, setAct] = useState<Act>('look');
  const [done, setDone] = useState('');
  const begin = (next: Act): void => {
    setDone('');
    setAct(next);
  };
  const finish = (sentence: string): void => {
    setAct('look');
    setDone(sentence);
    visit.reload();
    history.reload();
  };
  const back = (): void => setAct('look');

  const value = visit.value;
  return (
    <Dialog
      title={TEXTS.title(value?.number ?? '')}
      size="wide"
      stage={act}
      onClose={act === 'look' ? onClose : back}
      aside={
        value && (
          <>
            {act === 'look' && <PersonButton personId={value.personId} name={value.name} inDialog />}
            <strong>{value.queueNumber}</strong>
            <Tag tone={value.state === 'void' ? 'bad' : 'blue'}>{VISIT_STATE_NAMES[value.state]}</Tag>
          </>
        )
      }
    >
      <div className="dialog-body">
        {visit.error && <ErrorNotice error={visit.error} />}
        {!value && !visit.error && <p className="empty">{TEXTS.loading}</p>}
        {done && (
          <Notice level="good" onDismiss={() => setDone('')}>
            {done}
          </Notice>
        )}
        {value && act === 'correct' && <CorrectForm visit={value} onDone={() => finish(TEXTS.corrected)} onBack={back} />}
        {value && act === 'add' && <RepresentativeForm visit={value} onDone={(name) => finish(TEXTS.added(name))} onBack={back} />}
        {value && act === 'void' && (
          <ReasonForm
            request="visit.void"
            input={(reason) => ({ id, reason })}
            title={TEXTS.voidWarn}
            button={TEXTS.doVoid}
            danger
            onDone={() => finish(TEXTS.voided)}
            onBack={back}
          />
        )}
        {value && act === 'reprint' && (
          <ReasonForm
            request="print.reprint"
            input={(reason) => ({ visitId: id, reason })}
            title={TEXTS.reprintNote}
            button={TEXTS.doReprint}
            onDone={() => finish(TEXTS.queued)}
            onBack={back}
          />
        )}
        {value && act === 'look' && (
          <>
            <VisitFacts visit={value} />
            {mayTalks && <VisitTalks visitId={id} />}
            {mayFiles && <AttachmentsPanel visitId={id} closed={value.state === 'void'} />}
            <VisitHistory history={history} />
          </>
        )}
      </div>
      {value && act === 'look' && <Acts visit={value} begin={begin} onDone={setDone} />}
    </Dialog>
  );
}

function Acts({ visit, begin, onDone }: { visit: VisitDetail; begin(act: Act): void; onDone(sentence: string): void }) {
  const may = useMayAsk('visit.correct');
  const today = useLive('hall.now', {}, may).value?.date;
  const cap = useLive('settings.all', {}, may).value?.rules.representativeCap;
  const letter = useRequest('print.proxyLetter');
  const isToday = visit.date === today;
  const open = may && visit.state !== 'void';
  const grows = isToday && visit.kind === 'collective' && visit.others > 0 && visit.people.length < (cap ?? 0);
  const keys = { F4: isToday && 'correct', F6: grows && 'add', F7: 'reprint' } as const;
  const offered = Object.entries(keys).flatMap(([key, act]) => (act ? [[key, () => begin(act)] as const] : []));
  useHotkeys(open ? Object.fromEntries(offered) : {}, { inDialog: true });
  if (!open) return null;
  const printLetter = async (): Promise<void> => {
    if ((await letter.run({ visitId: visit.id })).ok) onDone(TEXTS.queued);
  };
  return (
    <div className="dialog-foot">
      {letter.error && <ErrorNotice error={letter.error} />}
      {!isToday && <span className="visit-late tone-quiet">{TEXTS.onlyToday}</span>}
      {isToday && (
        <Button kind="danger" onClick={() => begin('void')}>
          {TEXTS.void}
        </Button>
      )}
      {grows && (
        <Button hint="F6" onClick={() => begin('add')}>
          {TEXTS.addOne}
        </Button>
      )}
      {visit.kind === 'collective' && (
        <Button disabled={letter.busy} onClick={() => void printLetter()}>
          {TEXTS.proxy}
        </Button>
      )}
      <Button hint="F7" onClick={() => begin('reprint')}>
        {TEXTS.reprint}
      </Button>
      {isToday && (
        <Button kind="primary" hint="F4" onClick={() => begin('correct')}>
          {TEXTS.change}
        </Button>
      )}
    </div>
  );
}
