import { useState } from 'react';
import { KEPT_KIND_NAMES, type KeptCertificate } from '../../shared/domain/keeping';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** 销毁证明, newest first: what, who, why, and until when an older backup may still hold it; each can be printed. */
export function CertificateList({ rows }: { rows: readonly KeptCertificate[] }) {
  const printing = useRequest('print.certificate');
  const [sent, setSent] = useState(false);
  const print = (certificateId: string): void => {
    if (!printing.busy) void printing.run({ certificateId }).then(({ ok }) => setSent(ok));
  };
  return (
    <section className="keeping-certificates" aria-label={TEXTS.certificates}>
      <h3>{TEXTS.certificates}</h3>
      {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
      {sent && (
        <Notice level="good" onDismiss={() => setSent(false)}>
          {TEXTS.certificateSent}
        </Notice>
      )}
      {rows.length === 0 && <p className="tone-quiet">{TEXTS.noCertificates}</p>}
      <ul>
        {rows.map(({ id, at, kind, label, reason, askedByName, approvedByName, backupsUntil }) => (
          <li key={id}>
            <strong>
              {KEPT_KIND_NAMES[kind]} {label}
            </strong>
            <span>
              {stampOf(at)} {TEXTS.asked(askedByName, approvedByName)}
            </span>
            <span>{reason}</span>
            {backupsUntil && <span className="tone-quiet">{TEXTS.backupsUntil(backupsUntil)}</span>}
            <Button kind="quiet" onClick={() => print(id)}>
              {TEXTS.printCertificate}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
