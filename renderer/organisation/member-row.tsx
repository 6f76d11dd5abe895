import type { CertificateKind, CertificateStanding, RosterMember } from '../../shared/domain/duty';
import { DUTY_POST_NAMES, holdingName } from '../../shared/domain/duty';
import { Tag, type TagTone } from '../components/panel';
import { TEXTS } from './texts';

export const STANDING_TONES: Record<CertificateStanding, TagTone> = { good: 'good', soon: 'warn', 'last-day': 'bad', expired: 'bad' };

/** Somebody of the unit with their post of the day and what they hold. */
export function MemberRow({ member, kinds }: { member: RosterMember; kinds: readonly CertificateKind[] }) {
  const { name, post, qualifications, certificates } = member;
  return (
    <div className="organisation-row roster-columns">
      <b className={post === '' ? 'tone-quiet' : undefined}>{name}</b>
      <span>{post === '' ? <span className="tone-quiet">{TEXTS.roster.off}</span> : DUTY_POST_NAMES[post]}</span>
      <span className="roster-tags">
        {qualifications.map((key) => (
          <Tag key={key}>{holdingName(key, kinds)}</Tag>
        ))}
        {certificates.map(({ kind, expires, standing }) => (
          <Tag key={`${kind} ${expires}`} tone={STANDING_TONES[standing]}>
            {holdingName(kind, kinds)}
            {standing !== 'good' && ` ${TEXTS.certificate.standings[standing]}`}
          </Tag>
        ))}
      </span>
    </div>
  );
}
