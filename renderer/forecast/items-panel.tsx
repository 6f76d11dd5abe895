import { type KeyboardEvent, useState } from 'react';
import { type ForecastDay, FORECASTS_LISTED_AT_MOST as MOST } from '../../shared/contract/forecast';
import type { ForecastGrade, ForecastView } from '../../shared/domain/forecast';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { isPlain } from '../hooks/plain-key';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { EntryDialog } from './entry-dialog';
import { GradeDialog } from './grade-dialog';
import { ImportDialog } from './import-dialog';
import { ItemDetail } from './item-detail';
import { ItemRow } from './item-row';
import { TEXTS } from './texts';
import { TraitsDialog } from './traits-dialog';
import { WithdrawDialog } from './withdraw-dialog';

const ROW = 60;
const PAGE = 200;
const GRADE_KEYS: Record<string, ForecastGrade> = { '1': 'general', '2': 'attention', '3': 'high' };

type Open =
  | { what: 'new' }
  | { what: 'import' }
  | { what: 'edit' | 'traits' | 'withdraw'; item: ForecastView }
  | { what: 'grade'; item: ForecastView; grade: ForecastGrade | null };

interface Props {
  day: ForecastDay;
  now: number;
  today: string;
  /** The item on which the list begins; '': on its first. */
  first: string;
}

/** The day's items on the left, the chosen one whole on the right; every act has its key. */
export function ItemsPanel({ day, now, today, first }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const [chosenId, choose] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState('');
  const list = useLive('forecast.list', { date: day.date, limit, item: first || undefined });
  const mayWrite = useMayAsk('forecast.save');
  const mayImport = useMayAsk('forecast.import');
  const mayGrade = useMayAsk('forecast.grade');
  const mayLook = useMayAsk('forecast.traits');
  const items = list.value?.items ?? [];
  const loaded = list.value !== undefined;
  // Also after the dialog that brought the first item: there was no list to give the focus back to.
  const { whole, focusList } = useListFocus(items.length > 0 && open === null);
  const begin = (next: Open): void => {
    setSaid('');
    setOpen(next);
  };
  const ahead = day.date >= today;
  useHotkeys({
    F8: focusList,
    ...(mayWrite && ahead && { F4: () => begin({ what: 'new' }) }),
    ...(mayImport && ahead && { F6: () => begin({ what: 'import' }) }),
  });

  const chosen = items.find(({ id }) => id === chosenId);
  const acts = (item: ForecastView): Record<string, () => void> => {
    if (item.state === 'withdrawn') return {};
    const grading = (grade: ForecastGrade | null) => () => begin({ what: 'grade', item, grade });
    return {
      ...(mayGrade && { G: grading(null), ...Object.fromEntries(Object.entries(GRADE_KEYS).map(([key, grade]) => [key, grading(grade)])) }),
      ...(mayWrite && { E: () => begin({ what: 'edit', item }), X: () => begin({ what: 'withdraw', item }) }),
      ...(mayLook && item.traits && { J: () => begin({ what: 'traits', item }) }),
    };
  };
  const onKey = (event: KeyboardEvent, item: ForecastView): (() => void) | null =>
    isPlain(event) ? (acts(item)[event.key.toUpperCase()] ?? null) : null;
  const close = (): void => setOpen(null);
  const saved = (who: string): void => setSaid(TEXTS.saved(who));
  return (
    <div className="forecast-split" ref={whole}>
      <Panel
        title={TEXTS.list}
        className="forecast-list"
        aside={
          <span className="panel-end panel-acts">
            {mayImport && ahead && (
              <Button hint="F6" onClick={() => begin({ what: 'import' })}>
                {TEXTS.import}
              </Button>
            )}
            {mayWrite && ahead && (
              <Button kind="primary" hint="F4" onClick={() => begin({ what: 'new' })}>
                {TEXTS.new}
              </Button>
            )}
          </span>
        }
      >
        {list.error && !list.value && <ErrorNotice error={list.error} />}
        <div role="status">{said && <Notice level="good">{said}</Notice>}</div>
        {loaded && (
          <DataList
            label={TEXTS.list}
            rows={items}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            first={first || undefined}
            empty={TEXTS.empty}
            onSelect={(item) => choose(item?.id ?? '')}
            onOpen={(item) => (acts(item).G ?? acts(item).E)?.()}
            onKey={onKey}
          >
            {(item) => <ItemRow item={item} rules={day.rules} now={now} />}
          </DataList>
        )}
        {list.value && list.value.total > items.length && (
          <p className="forecast-more tone-quiet">
            {TEXTS.more(items.length, list.value.total)}
            {limit < MOST && (
              <Button kind="quiet" onClick={() => setLimit(limit + PAGE)}>
                {TEXTS.showMore}
              </Button>
            )}
          </p>
        )}
      </Panel>
      <ItemDetail item={chosen} rules={day.rules} acts={chosen ? acts(chosen) : {}} />
      {(open?.what === 'new' || open?.what === 'edit') && (
        <EntryDialog item={open.what === 'edit' ? open.item : null} day={day.date} onSaved={saved} onClose={close} />
      )}
      {open?.what === 'import' && <ImportDialog day={day.date} onDone={setSaid} onClose={close} />}
      {open?.what === 'grade' && <GradeDialog item={open.item} first={open.grade} onClose={close} />}
      {open?.what === 'traits' && <TraitsDialog item={open.item} onClose={close} />}
      {open?.what === 'withdraw' && <WithdrawDialog item={open.item} onClose={close} />}
    </div>
  );
}
