import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { ReportView } from '../../../shared/domain/incident-report';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from './texts';

/** What was given, word for word, the newest first; each can be put on paper again, and so can the whole sheet. */
export function ReportsGiven({ incidentId, reports }: { incidentId: string; reports: readonly ReportView[] }) {
  const printing = useRequest('incident.printReport');
  const sheet = useRequest('incident.printSheet');
  const [said, setSaid] = useState('');
  const print = async (title: string, run: () => Promise<{ ok: boolean }>): Promise<void> => {
    setSaid('');
    if ((await run()).ok) setSaid(TEXTS.printed(title));
  };
  const error = printing.error ?? sheet.error;
  return (
    <section className="report-part" aria-label={TEXTS.given}>
      <h3>{TEXTS.given}</h3>
      {reports.length === 0 && <p>{TEXTS.noneGiven}</p>}
      {[...reports].reverse().map(({ id, title, to, at, signedName, sections }) => (
        <details key={id}>
          <summary>
            {title} {stampOf(at).slice(5, 16)}
          </summary>
          <p>{TEXTS.givenLine(to, signedName)}</p>
          <dl>
            {sections.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text || TEXTS.unknown}</dd>
              </div>
            ))}
          </dl>
          <Button
            disabled={printing.busy}
            aria-label={`${TEXTS.print}${title}`}
            onClick={() => void print(title, () => printing.run({ requestId: uuid(), reportId: id }))}
          >
            {TEXTS.print}
          </Button>
        </details>
      ))}
      <Button disabled={sheet.busy} onClick={() => void print(TEXTS.sheetName, () => sheet.run({ requestId: uuid(), id: incidentId }))}>
        {TEXTS.sheet}
      </Button>
      {said && <Notice level="good">{said}</Notice>}
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
