import './end-day.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { DAY_REPORT_RULES } from '../../shared/rules/day-report';
import { dayOf, isRealDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { PastDayField } from '../components/past-day-field';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './end-texts';

/** 日报 of a day: its figures as the records tell them now; kept, printed and archived with Ctrl+Enter. */
export function ReportDialog({ onClose }: { onClose(): void }) {
  const [date, setDate] = useState(() => dayOf(programNow()));
  const [requestId, setRequestId] = useState(() => uuid());
  const [made, setMade] = useState('');
  const [said, setSaid] = useState('');
  const report = useAnswer('dayReport.look', isRealDay(date) ? { date } : null);
  const making = useRequest('dayReport.make');
  const exporting = useRequest('dayReport.export');
  const another = (day: string): void => {
    setDate(day);
    setMade('');
    setSaid('');
    making.clear();
    exporting.clear();
    setRequestId(uuid());
  };
  const make = async (): Promise<void> => {
    if (making.busy || !report.value) return;
    const result = await making.run({ requestId, date });
    if (!result.ok) return;
    const { id, edition, printJobId } = result.value;
    setMade(id);
    setSaid(TEXTS.made(edition, printJobId !== ''));
    setRequestId(uuid());
  };
  const take = async (format: 'pdf' | 'docx'): Promise<void> => {
    if (made === '' || exporting.busy) return;
    const result = await exporting.run({ id: made, format });
    if (result.ok && result.value.saved) setSaid(TEXTS.exported(result.value.fileName));
  };
  useHotkeys({ 'Ctrl+Enter': () => void make(), 'Alt+F': () => void take('pdf'), 'Alt+W': () => void take('docx') }, { inDialog: true });
  const error = report.error ?? making.error ?? exporting.error;
  return (
    <Dialog title={TEXTS.report} size="wide" onClose={onClose}>
      <div className="dialog-body day-report">
        <PastDayField label={TEXTS.date} value={date} error={report.error?.fields?.date} onDay={another} />
        {error && !error.fields?.date && <ErrorNotice error={error} />}
        {said && <Notice level="good">{said}</Notice>}
        {report.value && (
          <div className="day-report-told">
            <div className="day-report-tables">
              {report.value.tables.map(({ title, rows }) => (
                <table key={title} className="table">
                  <thead>
                    <tr>
                      <th>{title}</th>
                      <th>{TEXTS.visits}</th>
                      <th>{TEXTS.heads}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ label, visits, heads }) => (
                      <tr key={label}>
                        <td>{label}</td>
                        <td>{visits}</td>
                        <td>{heads}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              ))}
              <section aria-label={TEXTS.times}>
                <h3>{TEXTS.times}</h3>
                <Facts items={report.value.lines.map(({ label, text }) => [label, text] as const)} />
              </section>
            </div>
            <p className="tone-quiet">{DAY_REPORT_RULES}</p>
          </div>
        )}
      </div>
      <div className="dialog-foot">
        <Button
          hint="Alt+F"
          disabled={made === '' || exporting.busy}
          title={made === '' ? TEXTS.makeFirst : undefined}
          onClick={() => void take('pdf')}
        >
          {TEXTS.pdf}
        </Button>
        <Button
          hint="Alt+W"
          disabled={made === '' || exporting.busy}
          title={made === '' ? TEXTS.makeFirst : undefined}
          onClick={() => void take('docx')}
        >
          {TEXTS.word}
        </Button>
        <span className="grow" />
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={making.busy || !report.value} onClick={() => void make()}>
          {TEXTS.make}
        </Button>
      </div>
    </Dialog>
  );
}
