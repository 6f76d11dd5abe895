import './end-day.css';
import { useEffect, useRef, useState } from 'react';
import { mustBeSettled } from '../../shared/rules/day-end';
import { sinceWords } from '../../shared/rules/day-standing';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './end-texts';
import { HandOverDialog } from './hand-over-dialog';
import { ReportDialog } from './report-dialog';

/** Below the open cards: what else the day's end asks for, and its three acts. @param cards how many are still out */
export function EndBar({ cards }: { cards: number }) {
  const may = useMayAsk('dayEnd.look');
  const looked = useAnswer('dayEnd.look', may ? {} : null);
  const [asking, setAsking] = useState<'hand-over' | 'report' | null>(null);
  const { ending, endDay, endedSaid } = useScreen();
  // A card that came back and a day that was ended are one point less.
  const now = `${cards} ${ending}`;
  const counted = useRef(now);
  useEffect(() => {
    if (counted.current !== now) looked.reload();
    counted.current = now;
  }, [now, looked.reload]);
  const close = (): void => {
    setAsking(null);
    looked.reload();
  };
  useHotkeys({ 'Alt+H': () => setAsking('hand-over'), 'Alt+D': () => setAsking('report'), 'Alt+E': () => endDay('end') }, { enabled: may });
  if (!may) return null;
  const { closed, reopened } = looked.value ?? {};
  return (
    <section className="end-bar" aria-label={TEXTS.end}>
      {endedSaid && !reopened && <Notice level="good">{endedSaid}</Notice>}
      {reopened && <Notice level="info">{TEXTS.reopened(timeOf(reopened.endedAt), reopened.name, sinceWords(reopened))}</Notice>}
      {looked.error && <ErrorNotice error={looked.error} />}
      <span>{looked.value && TEXTS.bar(looked.value.items.filter(mustBeSettled).length)}</span>
      {closed && <span className="tone-quiet">{TEXTS.closedAt(timeOf(closed.at), closed.name)}</span>}
      <span className="grow" />
      <Button hint="Alt+H" onClick={() => setAsking('hand-over')}>
        {TEXTS.handOver}
      </Button>
      <Button hint="Alt+D" onClick={() => setAsking('report')}>
        {TEXTS.report}
      </Button>
      <Button kind="primary" hint="Alt+E" onClick={() => endDay('end')}>
        {TEXTS.end}
      </Button>
      {asking === 'hand-over' && <HandOverDialog onClose={close} />}
      {asking === 'report' && <ReportDialog onClose={close} />}
    </section>
  );
}
