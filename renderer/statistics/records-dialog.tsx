import { useEffect, useRef, useState } from 'react';
import { RECORDS_A_PAGE } from '../../shared/contract/statistics';
import type { Figure, PeriodUnit, StatRecord } from '../../shared/domain/statistics';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { Dialog } from '../components/dialog';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { useScreen } from '../stores/screen';
import { TEXTS } from './texts';

export interface Drilled {
  unit: PeriodUnit;
  day: string;
  figure: Figure;
  walkId: string;
  title: string;
}

/** The records behind a figure, fifty at a time; Enter opens one over the list; an item of the forecast on its own screen. */
export function RecordsDialog({ drilled, onClose }: { drilled: Drilled; onClose(): void }) {
  const { title, ...asked } = drilled;
  const { openVisit, openForecast, show } = useScreen();
  const [page, setPage] = useState(0);
  const answer = useAnswer('statistics.records', { ...asked, page });
  // The page before stays while the next one comes.
  const shown = useRef<{ rows: StatRecord[]; total: number }>(undefined);
  if (answer.value) shown.current = answer.value;
  const total = shown.current?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / RECORDS_A_PAGE));
  const list = useRef<HTMLDivElement>(null);
  const loaded = answer.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is something to stand on
  useEffect(() => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [loaded]);
  const go = (to: number): void => setPage(Math.max(0, Math.min(to, pages - 1)));
  useHotkeys({ PageDown: () => go(page + 1), PageUp: () => go(page - 1) }, { inDialog: true });
  const open = ({ opens, day }: StatRecord): void => {
    if (opens?.kind === 'visit') openVisit(opens.id);
    if (opens?.kind === 'incident') show({ kind: 'incident', id: opens.id });
    if (opens?.kind === 'forecast') {
      onClose();
      openForecast({ id: opens.id, date: day });
    }
  };
  return (
    <Dialog
      title={title}
      size="wide"
      onClose={onClose}
      aside={<span className="tone-quiet">{shown.current && TEXTS.recordCount(total)}</span>}
    >
      <div className="stat-records" ref={list}>
        {answer.error && <ErrorNotice error={answer.error} />}
        {shown.current && (
          <DataList
            label={TEXTS.recordList}
            rows={shown.current.rows}
            rowHeight={44}
            keyOf={(row) => row.id}
            empty={TEXTS.noRecords}
            onSelect={() => {}}
            onOpen={open}
          >
            {(row) => (
              <div className="stat-record">
                <span>{row.day}</span>
                <b>{row.number}</b>
                <span>{row.name}</span>
                <span>{row.words}</span>
                <Tag>{row.tag}</Tag>
              </div>
            )}
          </DataList>
        )}
        {!shown.current && !answer.error && <p className="empty">{TEXTS.loading}</p>}
        <footer className="stat-pages">
          <Button hint="PageUp" disabled={page === 0} onClick={() => go(page - 1)}>
            {TEXTS.before}
          </Button>
          <span>{TEXTS.page(page + 1, pages)}</span>
          <Button hint="PageDown" disabled={page >= pages - 1} onClick={() => go(page + 1)}>
            {TEXTS.after}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
