import { KEPT_KIND_NAMES, type KeptCertificate } from '../../shared/domain/keeping';
import { stampOf } from '../../shared/rules/time';
import { TEXTS } from './texts';

/** 销毁证明, newest first: what, who, why, and until when an older backup may still hold it. */
export function CertificateList({ rows }: { rows: readonly KeptCertificate[] }) {
  return (
    <section className="keeping-certificates" aria-label={TEXTS.certificates}>
      <h3>{TEXTS.certificates}</h3>
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
          </li>
        ))}
      </ul>
    </section>
  );
}
