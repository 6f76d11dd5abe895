import './report.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { Button } from '../../components/button';
import { RadioChips } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { TextArea } from '../../components/field';
import { ErrorNotice, Notice } from '../../components/notice';
import { Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useLive } from '../../hooks/use-live';
import { useRequest } from '../../hooks/use-request';
import { ReportClocks } from './report-clocks';
import { ReportReceivers } from './report-receivers';
import { ReportsGiven } from './reports-given';
import { missingOf, type Signature, SignFields, saidBeside } from './sign-fields';
import { TEXTS } from './texts';
import { useReport } from './use-report';

const NOT_SIGNED: Signature = { signerId: '', code: '' };

/** So many characters stand in one line of the field; more than seven lines scroll. */
const A_LINE = 42;
const rowsOf = (text: string): number =>
  Math.min(
    7,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / A_LINE)), 0),
  );

/** 初报, 续报, 终报: drafted from the timeline, put right by whoever knows better, signed by a leader. Ctrl+Enter signs. */
export function ReportDialog({ incidentId, onClose }: { incidentId: string; onClose(): void }) {
  const incident = useLive('incident.view', { id: incidentId }).value;
  const given = useLive('incident.reports', { id: incidentId }).value;
  const report = useReport(incidentId);
  const signing = useRequest('incident.report');
  const [signature, setSignature] = useState(NOT_SIGNED);
  const [tried, setTried] = useState(false);
  const [requestId, setRequestId] = useState(() => uuid());
  const [said, setSaid] = useState('');
  const { drafted, kind, sections } = report;
  const chosen = drafted?.kinds.find((each) => each.kind === kind);
  const to = [...report.to, report.more.trim()].filter(Boolean).join('、');
  const missing = missingOf(signature, TEXTS.chooseSigner);
  const fields = signing.error?.fields ?? {};

  const sign = async (): Promise<void> => {
    setTried(true);
    setSaid('');
    if (!kind || signing.busy || chosen?.refused || to === '' || Object.keys(missing).length > 0) return;
    const result = await signing.run({ requestId, id: incidentId, kind, to, sections: [...sections], ...signature });
    if (!result.ok) return;
    const { title, printJobId } = result.value;
    setSaid(printJobId === '' ? TEXTS.signedOnly(title) : TEXTS.signed(title));
    setSignature(NOT_SIGNED);
    setTried(false);
    setRequestId(uuid());
    report.done();
  };
  useHotkeys({ 'Ctrl+Enter': () => void sign() }, { inDialog: true });

  const aside = incident && (
    <>
      <span>{incident.number}</span>
      {incident.drill && <Tag tone="bad">{TEXTS.drill}</Tag>}
    </>
  );
  return (
    <Dialog title={TEXTS.title} size="wide" aside={aside} onClose={onClose}>
      <div className="dialog-body report">
        <div className="report-text">
          {drafted && kind ? (
            <RadioChips
              label={TEXTS.kind}
              begins
              options={drafted.kinds.map((each) => ({ value: each.kind, label: each.title }))}
              value={kind}
              onChange={report.choose}
            />
          ) : (
            <p className="empty">{TEXTS.loading}</p>
          )}
          {chosen?.refused && <Notice level="warning">{chosen.refused}</Notice>}
          {report.restored && <Notice level="info">{TEXTS.kept}</Notice>}
          <div className="report-sections">
            {sections.map(({ label, text }, index) => (
              <TextArea
                key={label}
                label={label}
                dense
                rows={rowsOf(text)}
                maxLength={4000}
                placeholder={TEXTS.unknown}
                value={text}
                error={fields[`sections.${index}.text`]}
                onChange={(event) => report.write(index, event.target.value)}
              />
            ))}
          </div>
          <p className="report-note">
            {TEXTS.unknownIfEmpty}
            {report.edited && (
              <Button kind="quiet" onClick={report.redraft}>
                {TEXTS.redraft}
              </Button>
            )}
          </p>
        </div>
        <div className="report-side">
          {incident && given && <ReportClocks raisedAt={incident.raisedAt} clocks={given.clocks} />}
          {drafted && (
            <ReportReceivers
              receivers={drafted.receivers}
              to={report.to}
              more={report.more}
              error={tried && to === '' ? TEXTS.noReceiver : fields.to}
              onChange={report.address}
            />
          )}
          <SignFields
            label={TEXTS.signer}
            value={signature}
            error={signing.error}
            missing={tried ? missing : {}}
            onChange={setSignature}
            onEnter={() => void sign()}
          />
          {signing.error && !saidBeside(signing.error) && <ErrorNotice error={signing.error} />}
          {fields.kind && <Notice level="error">{fields.kind}</Notice>}
          {said && <Notice level="good">{said}</Notice>}
          <ReportsGiven incidentId={incidentId} reports={given?.reports ?? []} />
        </div>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={signing.busy || !kind} onClick={() => void sign()}>
          {TEXTS.sign}
        </Button>
      </div>
    </Dialog>
  );
}
