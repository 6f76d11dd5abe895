import { useState } from 'react';
import type { DestructionView } from '../../../shared/domain/recordings';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** 销毁证明, newest first; each can be printed. */
export function Certificates({ rows }: { rows: readonly DestructionView[] }) {
  const printing = useRequest('print.certificate');
  const [printed, setPrinted] = useState(false);
  const print = ({ id }: DestructionView): void => {
    if (!printing.busy) void printing.run({ certificateId: id }).then(({ ok }) => setPrinted(ok));
  };
  return (
    <Panel title={TEXTS.certificates} className="certificates">
      {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
      {printed && (
        <Notice level="good" onDismiss={() => setPrinted(false)}>
          {TEXTS.certificateSent}
        </Notice>
      )}
      {rows.length === 0 && <p className="empty">{TEXTS.noCertificates}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.label}</strong>
            <span>
              {stampOf(row.at)} {TEXTS.asked(row.askedByName, row.approvedByName)}
            </span>
            <span>{row.reason}</span>
            {row.backupsUntil && <span className="tone-quiet">{TEXTS.backupsUntil(row.backupsUntil)}</span>}
            <code>{row.sha256}</code>
            <Button kind="quiet" onClick={() => print(row)}>
              {TEXTS.printCertificate}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
