import { useRef, useState } from 'react';
import type { PreparationDay, PreparationItem } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { COMPRESSED } from '../../shared/rules/preparation';
import { timeOf } from '../../shared/rules/time';
import { DataList } from '../components/data-list';
import { Panel, Tag } from '../components/panel';
import { GradeTag } from '../forecast/grade-tag';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useNow } from '../hooks/use-now';
import { ItemDetail } from './item-detail';
import type { PreparationTab } from './preparation-screen';
import { dueWords } from './step-row';
import { TEXTS } from './texts';

const MINUTE = 60_000;

interface Props {
  day: PreparationDay;
  settings: Settings;
  onGo(tab: PreparationTab): void;
}

/** The day's matters by planned time, and the checklist of the one that the keyboard stands on. */
export function ItemsPanel({ day, settings, onGo }: Props) {
  const now = useNow(10_000);
  const [chosen, setChosen] = useState<string | undefined>(day.items[0]?.id);
  const { whole, focusList } = useListFocus(true);
  const detail = useRef<HTMLDivElement>(null);
  const focusSteps = (): void => detail.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  useHotkeys({ F8: focusList, F7: focusSteps });
  const item = day.items.find(({ id }) => id === chosen);
  return (
    <div className="prep">
      <Panel title={TEXTS.list} className="organisation-panel">
        <div className="organisation-list" ref={whole}>
          <DataList
            label={TEXTS.list}
            rows={day.items}
            rowHeight={72}
            keyOf={({ id }) => id}
            empty={TEXTS.empty}
            onOpen={focusSteps}
            onSelect={(row) => setChosen(row?.id)}
          >
            {(row) => <ItemRow item={row} now={now} />}
          </DataList>
        </div>
      </Panel>
      <div className="prep-detail" ref={detail}>
        {item && <ItemDetail key={item.id} item={item} day={day} settings={settings} now={now} onGo={onGo} />}
      </div>
    </div>
  );
}

function ItemRow({ item, now }: { item: PreparationItem; now: number }) {
  const { who, grade, plannedAt, steps, compressed } = item;
  const open = steps.filter(({ state }) => state === 'open');
  const late = open.filter(({ dueAt }) => dueAt !== null && dueAt < now).length;
  const [next] = open;
  const words = plannedAt === null ? TEXTS.noHour : next ? TEXTS.next(next.name, dueWords(next)) : TEXTS.allDone;
  return (
    <div className="prep-item">
      <p>
        <GradeTag grade={grade} suggested={grade} />
        <b title={who}>{who}</b>
        <span className="prep-time">{plannedAt === null ? '—' : timeOf(plannedAt)}</span>
      </p>
      <p className="tone-quiet">
        <span>{TEXTS.progress(steps.length - open.length, steps.length)}</span>
        <span className="prep-next" title={words}>
          {words}
        </span>
        {late > 0 && <Tag tone="bad">{TEXTS.overdue(late)}</Tag>}
        {compressed && (
          <Tag tone="warn">
            <span title={COMPRESSED}>{TEXTS.short}</span>
          </Tag>
        )}
        {plannedAt !== null && <span className="prep-time">{TEXTS.left(Math.ceil((plannedAt - now) / MINUTE))}</span>}
      </p>
    </div>
  );
}
