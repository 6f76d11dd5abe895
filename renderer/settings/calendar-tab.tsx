import { useState } from 'react';
import type { CalendarSettings } from '../../shared/domain/calendar';
import type { MovedDeadline } from '../../shared/domain/deadlines';
import { KNOWN_NOTICES } from '../../shared/rules/holiday-notices';
import { readNotice } from '../../shared/rules/holiday-text';
import { isRealDay, longDay } from '../../shared/rules/time';
import { unitCalendar } from '../../shared/rules/working-days';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { SelectField, TextArea, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { MovedList } from './moved-list';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const NOTHING: CalendarSettings = { notices: [], unitDays: [] };
const NEW_DAY = { day: '', work: 'off', reason: '' };

/** 工作日历: the State Council's notices, typed, pasted or imported; days on which this unit differs; what moved by it. */
export function CalendarTab() {
  const saved = useLive('settings.all', {}).value?.calendar ?? NOTHING;
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState('');
  const [day, setDay] = useState(NEW_DAY);
  const [dayWrong, setDayWrong] = useState('');
  const [moved, setMoved] = useState<readonly MovedDeadline[] | null>(null);
  const saving = useSaving();
  const calendar = unitCalendar(saved);
  const t = TEXTS.calendar;

  const put = (value: CalendarSettings): Promise<boolean> =>
    saving.run(async () => {
      const result = await ask('settings.put', { key: 'calendar', value });
      if (result.ok) setMoved(result.value.moved);
      return result;
    });
  const addNotice = async (): Promise<void> => {
    const read = readNotice(pasted);
    setWrong(read.ok ? '' : read.message);
    if (!read.ok) return;
    const others = saved.notices.filter(({ year }) => year !== read.notice.year);
    if (await put({ ...saved, notices: [...others, read.notice].sort((a, b) => a.year - b.year) })) setPasted('');
  };
  const addDay = async (): Promise<void> => {
    const problem = !isRealDay(day.day) ? t.noDay : day.reason.trim() === '' ? t.noReason : '';
    setDayWrong(problem);
    if (problem) return;
    const unitDay = { day: day.day, work: day.work === 'work', reason: day.reason };
    const others = saved.unitDays.filter((each) => each.day !== day.day);
    if (await put({ ...saved, unitDays: [...others, unitDay].sort((a, b) => (a.day < b.day ? -1 : 1)) })) setDay(NEW_DAY);
  };
  const save = (): void => void (pasted.trim() !== '' ? addNotice() : addDay());

  return (
    <SettingForm title={TEXTS.tabs.calendar} saving={saving} dirty={pasted !== '' || day.day !== ''} onSave={save}>
      <Notice level={calendar.coveredUntil >= `${new Date().getFullYear()}-12-31` ? 'info' : 'warning'}>
        {t.covered(longDay(calendar.coveredUntil))}
      </Notice>
      {moved && <MovedList moved={moved} />}
      <p>
        {t.shipped(KNOWN_NOTICES.map(({ year }) => year).join('、'))}{' '}
        {saved.notices.map(({ year, off, work }) => (
          <span key={year} className="calendar-own">
            {t.own(year, off.length, work.length)}
            <Button kind="quiet" onClick={() => void put({ ...saved, notices: saved.notices.filter((each) => each.year !== year) })}>
              {TEXTS.remove(String(year))}
            </Button>
          </span>
        ))}
      </p>
      <TextArea
        label={t.paste}
        rows={6}
        value={pasted}
        note={t.pasteNote}
        error={wrong || undefined}
        onChange={(event) => setPasted(event.target.value)}
      />
      <h3>{t.unitDays}</h3>
      {saved.unitDays.map(({ day: each, work, reason }) => (
        <p key={each}>
          {each} {work ? t.work : t.off} {reason}
          <Button kind="quiet" onClick={() => void put({ ...saved, unitDays: saved.unitDays.filter((other) => other.day !== each) })}>
            {TEXTS.remove(each)}
          </Button>
        </p>
      ))}
      <div className="row">
        <TextField
          label={t.day}
          type="date"
          value={day.day}
          error={dayWrong || undefined}
          onChange={(event) => setDay({ ...day, day: event.target.value })}
        />
        <SelectField label={t.kind} value={day.work} onChange={(event) => setDay({ ...day, work: event.target.value })}>
          <option value="off">{t.off}</option>
          <option value="work">{t.work}</option>
        </SelectField>
        <TextField
          label={t.reason}
          maxLength={60}
          value={day.reason}
          onChange={(event) => setDay({ ...day, reason: event.target.value })}
        />
      </div>
    </SettingForm>
  );
}
