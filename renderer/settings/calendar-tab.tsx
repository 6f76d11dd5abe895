import { useRef, useState } from 'react';
import type { CalendarSettings } from '../../shared/domain/calendar';
import type { MovedDeadline } from '../../shared/domain/deadlines';
import { KNOWN_NOTICES } from '../../shared/rules/holiday-notices';
import { readNotice } from '../../shared/rules/holiday-text';
import { dayOf, isRealDay, longDay } from '../../shared/rules/time';
import { unitCalendar } from '../../shared/rules/working-days';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { SelectField, TextArea, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';
import { MovedList } from './moved-list';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const NOTHING: CalendarSettings = { notices: [], unitDays: [] };
const NOTHING_WRONG = { message: '', refused: [] };
/** A year's notice is a few kilobytes. */
const FILE_AT_MOST = 1_000_000;
const SHOWN = 10;
const NEW_DAY = { day: '', work: 'off', reason: '' };

/** 工作日历: the State Council's notices, typed, pasted or imported; days on which this unit differs; what moved by it. */
export function CalendarTab() {
  const saved = useLive('settings.all', {}).value?.calendar ?? NOTHING;
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<{ message: string; refused: string[] }>(NOTHING_WRONG);
  const file = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(NEW_DAY);
  const [dayWrong, setDayWrong] = useState('');
  const [moved, setMoved] = useState<readonly MovedDeadline[] | null>(null);
  const saving = useSaving();
  const calendar = unitCalendar(saved);
  const today = dayOf(programNow());
  const covered = calendar.coveredUntil(today);
  const t = TEXTS.calendar;

  const put = (value: CalendarSettings): Promise<boolean> =>
    saving.run(async () => {
      const result = await ask('settings.put', { key: 'calendar', value });
      if (result.ok) setMoved(result.value.moved);
      return result;
    });
  const addNotice = async (text: string): Promise<void> => {
    const read = readNotice(text);
    setWrong(read.ok ? NOTHING_WRONG : read);
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
  // What the file holds stands in the field: what is wrong with it is put right there.
  const importFile = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    if (chosen.size > FILE_AT_MOST) return setWrong({ message: t.fileTooLarge, refused: [] });
    const text = await chosen.text();
    setPasted(text);
    await addNotice(text);
  };
  const choose = (): void => file.current?.click();
  useHotkeys({ 'Alt+O': choose });
  const save = (): void => void (pasted.trim() !== '' ? addNotice(pasted) : addDay());

  return (
    <SettingForm title={TEXTS.tabs.calendar} saving={saving} dirty={pasted !== '' || day.day !== ''} onSave={save}>
      <Notice level={covered === '' ? 'warning' : 'info'}>
        {covered === '' ? t.notCovered(today.slice(0, 4)) : t.covered(longDay(covered))}
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
        error={wrong.message || undefined}
        onChange={(event) => setPasted(event.target.value)}
      />
      {wrong.refused.length > 0 && (
        <ul className="notice-list" aria-label={t.refused}>
          {wrong.refused.slice(0, SHOWN).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {wrong.refused.length > SHOWN && <li>{t.moreRefused(wrong.refused.length - SHOWN)}</li>}
        </ul>
      )}
      <p>
        <Button hint="Alt+O" onClick={choose}>
          {t.file}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,.txt"
          aria-label={t.file}
          onChange={(event) => {
            void importFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
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
