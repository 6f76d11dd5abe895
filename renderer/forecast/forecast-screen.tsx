import './forecast.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, dayOf, isRealDay, longDay, weekdayOf } from '../../shared/rules/time';
import { useDayKeys } from '../appointments/use-day-keys';
import { Button, KeyHint } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useScreen } from '../stores/screen';
import { programNow, useMayAsk } from '../stores/session';
import { DayStrip } from './day-strip';
import { ItemsPanel } from './items-panel';
import { LinksPanel } from './links-panel';
import { TEXTS } from './texts';
import { WarningsPanel } from './warnings-panel';

const TABS = ['items', 'links', 'warnings'] as const;
type Tab = (typeof TABS)[number];

/** 「今日预判」: who may come, how grave it may get, who was told. The morning of the hall before its doors open. */
export function ForecastScreen() {
  const today = useLive('forecast.now', {}).value?.date ?? dayOf(programNow());
  // Asked for from elsewhere: once it was in front, whoever comes back begins with today again.
  const [asked] = useState(() => useScreen.getState().forecastItem);
  useEffect(() => useScreen.getState().openForecast(null), []);
  const [date, setDate] = useState(asked?.date ?? today);
  // Logistics, who only take what they are told, see nothing else.
  const whole = useMayAsk('forecast.day');
  const tabs: readonly Tab[] = whole ? TABS : ['warnings'];
  const [chosen, choose] = useState<Tab>('items');
  const tab = tabs.includes(chosen) ? chosen : 'warnings';
  const list = useRef<HTMLDivElement>(null);
  const day = useLive('forecast.day', { date }, whole);
  const told = useLive('forecast.warnings', { date }, !whole);
  const now = useNow(1000);
  useDayKeys((days) => setDate((shown) => addDays(shown, days)));
  useHotkeys({ 'Alt+0': () => setDate(today), ...Object.fromEntries(tabs.map((name, i) => [`Alt+${i + 1}`, () => choose(name)])) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step && tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`#forecast-tab-${next}`)?.focus();
  };
  const value = day.value?.date === date ? day.value : undefined;
  return (
    <div className="screen forecast">
      <div className="forecast-head">
        <h1 className="forecast-day">
          {longDay(date)} {weekdayOf(date)}
          {date === today && <span className="tone-quiet">（{TEXTS.isToday}）</span>}
        </h1>
        <div className="appointments-tabs forecast-tabs" role="tablist" aria-label={TEXTS.title} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((name, i) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`forecast-tab-${name}`}
              aria-selected={name === tab}
              aria-controls="forecast-tab"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => choose(name)}
            >
              {TEXTS.tabs[name]}
              <KeyHint keys={`Alt+${i + 1}`} />
            </button>
          ))}
        </div>
        <span className="forecast-turn">
          <Button hint="←" aria-label={TEXTS.previous} onClick={() => setDate(addDays(date, -1))}>
            {TEXTS.previous}
          </Button>
          <TextField
            type="date"
            label={TEXTS.day}
            labelHidden
            dense
            value={date}
            onChange={(event) => isRealDay(event.target.value) && setDate(event.target.value)}
          />
          <Button hint="→" aria-label={TEXTS.next} onClick={() => setDate(addDays(date, 1))}>
            {TEXTS.next}
          </Button>
        </span>
      </div>
      {day.error && !value && <ErrorNotice error={day.error} />}
      {value && <DayStrip day={value} now={now} today={today} />}
      <div className="forecast-tab" id="forecast-tab" role="tabpanel" aria-labelledby={`forecast-tab-${tab}`}>
        {value && tab === 'items' && (
          <ItemsPanel key={date} day={value} now={now} today={today} first={asked?.date === date ? asked.id : ''} />
        )}
        {value && tab === 'links' && <LinksPanel key={date} day={value} today={today} />}
        {tab === 'warnings' && (value || told.value) && (
          <WarningsPanel key={date} date={date} warnings={value?.warnings ?? told.value ?? []} day={value} today={today} />
        )}
      </div>
    </div>
  );
}
