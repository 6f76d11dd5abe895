import './people.css';
import { useEffect, useRef, useState } from 'react';
import type { PersonPage } from '../../shared/contract/people';
import type { CareNoteEntry } from '../../shared/domain/care-note';
import { CareDialog } from '../care-notes/care-dialog';
import { TEXTS as CARE } from '../care-notes/texts';
import { Button, KeyHint } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { openTalk } from '../visit/open-talk';
import { useNames } from '../visit/use-names';
import { FindOther } from './find-other';
import { MergeForm } from './merge-form';
import { PersonSide } from './person-side';
import { TALK_KEY, usePersonTalks } from './person-talks';
import { PersonVisits } from './person-visits';
import { linkedOf, SplitForm } from './split-form';
import { TEXTS } from './texts';
import { usePage } from './use-page';
import { usePageKeys } from './use-page-keys';

type Act = 'look' | 'merge' | 'split' | 'find';
const TITLES: Record<Exclude<Act, 'look'>, string> = { merge: TEXTS.mergeTitle, split: TEXTS.splitTitle, find: TEXTS.findTitle };

/** A person's whole history, over whatever screen stands below. A visit opened from here stands over it in turn. */
export function PersonDialog({ id, onClose }: { id: string; onClose(): void }) {
  const page = usePage(id);
  const [act, setAct] = useState<Act>('look');
  const [done, setDone] = useState('');
  const care = useLive('careNote.ofPerson', { personId: id }, useMayAsk('careNote.ofPerson')).value;
  const [caring, setCaring] = useState(false);
  const value = page.value ?? undefined;
  const back = (): void => setAct('look');
  const finish = (sentence: string): void => {
    setDone(sentence);
    back();
  };
  const begin = (next: Act): void => {
    setDone('');
    setAct(next);
  };
  const title = value ? TEXTS.title(value.records[0]?.name ?? '', value.visitCount) : TEXTS.open;
  const dialog = (
    <Dialog
      title={act === 'look' ? title : TITLES[act]}
      size="wide"
      stage={act}
      onClose={act === 'look' ? onClose : back}
      aside={value && value.records.length > 1 && <Tag tone="blue">{TEXTS.recordsCount(value.records.length)}</Tag>}
    >
      {page.error && (
        <div className="dialog-body">
          <ErrorNotice error={page.error} />
        </div>
      )}
      {!value && !page.error && <p className="empty">{page.value === null ? TEXTS.gone : TEXTS.loading}</p>}
      {value && act === 'look' && (
        <Look page={value} care={care?.notes ?? []} done={done} begin={begin} onCare={() => setCaring(true)} more={page.more} />
      )}
      {value && act === 'merge' && <MergeForm page={value} candidates={value.candidates} onDone={finish} onBack={back} />}
      {value && act === 'split' && <SplitForm page={value} onDone={finish} onBack={back} />}
      {value && act === 'find' && <FindOther page={value} onDone={finish} onBack={back} />}
    </Dialog>
  );
  // Beside it, not inside: a key of the upper one is none of the lower one's.
  return (
    <>
      {dialog}
      {caring && care && <CareDialog personId={id} name={value?.records[0]?.name ?? ''} care={care} onClose={() => setCaring(false)} />}
    </>
  );
}

interface LookProps {
  page: PersonPage;
  care: readonly CareNoteEntry[];
  done: string;
  begin(act: Act): void;
  onCare(): void;
  more(): void;
}

function Look({ page, care, done, begin, onCare, more }: LookProps) {
  const names = useNames();
  const openVisit = useScreen((s) => s.openVisit);
  const inside = useRef<HTMLDivElement>(null);
  const mayMerge = useMayAsk('person.merge');
  const maySplit = useMayAsk('person.split') && linkedOf(page).length > 0;
  const mayCare = useMayAsk('careNote.add');
  const hinted = mayMerge && page.candidates.length > 0;
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, []);
  const talks = usePersonTalks(page.records[0]?.id ?? '');
  const newestTalk = talks.find(({ hidden }) => !hidden);
  usePageKeys(inside, {
    ...(newestTalk ? { [TALK_KEY]: () => openTalk(newestTalk.id) } : {}),
    ...(hinted ? { M: () => begin('merge') } : {}),
    ...(maySplit ? { S: () => begin('split') } : {}),
    ...(mayMerge ? { N: () => begin('find') } : {}),
    ...(mayCare ? { G: onCare } : {}),
  });
  return (
    <>
      {done && (
        <div className="person-done" role="status">
          <Notice level="good">{done}</Notice>
        </div>
      )}
      <div ref={inside} className="person-page">
        <PersonVisits page={page} names={names} onOpen={(visit) => openVisit(visit.id)} onNearEnd={more} />
        <PersonSide page={page} names={names} talks={talks} care={care} />
      </div>
      <div className="dialog-foot">
        <span className="person-keys tone-quiet">
          <KeyHint keys="Enter" /> {TEXTS.openVisit}
        </span>
        {mayCare && (
          <Button hint="G" onClick={onCare}>
            {CARE.title}
          </Button>
        )}
        {mayMerge && (
          <Button hint="N" onClick={() => begin('find')}>
            {TEXTS.find}
          </Button>
        )}
        {maySplit && (
          <Button hint="S" onClick={() => begin('split')}>
            {TEXTS.split}
          </Button>
        )}
        {hinted && (
          <Button kind="primary" hint="M" onClick={() => begin('merge')}>
            {TEXTS.merge}
          </Button>
        )}
      </div>
    </>
  );
}
