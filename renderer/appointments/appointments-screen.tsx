import './appointments.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { dayOf } from '../../shared/rules/time';
import { KeyHint } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';
import { DayPanel } from './day-panel';
import { ReceptionDays } from './reception-days';
import { TEXTS } from './texts';

const TABS = ['appointments', 'days'] as const;
type Tab = (typeof TABS)[number];

/** 「预约」: who is expected on a day, and on which days leaders receive visitors. */
export function AppointmentsScreen() {
  const today = useLive('hall.now', {}).value?.date ?? dayOf(programNow());
  const [tab, choose] = useState<Tab>('appointments');
  const list = useRef<HTMLDivElement>(null);
  useHotkeys({ 'Alt+1': () => choose('appointments'), 'Alt+2': () => choose('days') });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = tab === 'appointments' ? 'days' : 'appointments';
    choose(other);
    list.current?.querySelector<HTMLElement>(`#appointments-tab-${other}`)?.focus();
  };
  return (
    <div className="screen appointments">
      <div className="appointments-tabs" role="tablist" aria-label={TEXTS.title} ref={list} onKeyDown={onKeyDown}>
        {TABS.map((name, i) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`appointments-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="appointments-tab"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => choose(name)}
          >
            {TEXTS.tabs[name]}
            <KeyHint keys={`Alt+${i + 1}`} />
          </button>
        ))}
      </div>
      <div className="appointments-tab" id="appointments-tab" role="tabpanel" aria-labelledby={`appointments-tab-${tab}`}>
        {tab === 'appointments' ? <DayPanel today={today} /> : <ReceptionDays today={today} />}
      </div>
    </div>
  );
}
