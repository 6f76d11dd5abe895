import { useState } from 'react';
import { addDays, isRealDay, longDay, weekdayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { RosterEditor } from './roster-editor';
import { TEXTS } from './texts';

/** 值班表 of one day: set for today and ahead, looked at for the past. */
export function RosterPanel({ today }: { today: string }) {
  const [day, setDay] = useState(today);
  const view = useLive('roster.view', { date: day });
  const settings = useLive('settings.all', {}).value;
  useHotkeys({ 'Alt+0': () => setDay(today) });
  const turn = (
    <span className="organisation-turn">
      <Button onClick={() => setDay(addDays(day, -1))}>{TEXTS.previous}</Button>
      <TextField
        type="date"
        label={TEXTS.date}
        labelHidden
        dense
        value={day}
        onChange={({ target }) => isRealDay(target.value) && setDay(target.value)}
      />
      <Button onClick={() => setDay(addDays(day, 1))}>{TEXTS.next}</Button>
      <Button hint="Alt+0" onClick={() => setDay(today)}>
        {TEXTS.today}
      </Button>
    </span>
  );
  if (view.error && !view.value) return <ErrorNotice error={view.error} />;
  if (!settings || view.value?.date !== day) return <p className="empty">{TEXTS.loading}</p>;
  return (
    <RosterEditor
      key={day}
      title={`${longDay(day)} ${weekdayOf(day)}${day === today ? TEXTS.isToday : ''}`}
      view={view.value}
      past={day < today}
      today={day === today}
      duty={settings.duty}
      turn={turn}
    />
  );
}
