import type { CertificateView, DutyPost, RosterMember } from '../../../../shared/domain/duty';
import type { Settings } from '../../../../shared/domain/settings';
import { standingOn } from '../../../../shared/rules/expiry';
import { proposedPost } from '../../../../shared/rules/roster';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** They set the program up or look at its trail; neither is anybody's duty in the hall. */
const NO_DUTY: ReadonlySet<string> = new Set(['administrator', 'auditor']);
const mayBeOnDuty = ({ active, roles }: Opened<'staff'>): boolean => active && roles.some((role) => !NO_DUTY.has(role));

export async function certificatesOn({ reader }: Pick<Host, 'reader'>, settings: Settings, day: string): Promise<CertificateView[]> {
  const rows = await reader.all('certificates');
  return rows
    .filter(({ removed }) => !removed)
    .map(({ id, staffId, kind, number, expires }) => ({
      ...{ id, staffId, kind, number, expires },
      standing: standingOn(expires, day, settings.duty.warnDays),
    }))
    .sort((a, b) => a.expires.localeCompare(b.expires) || a.id.localeCompare(b.id));
}

/**
 * Everybody who may be on duty, with the posts that somebody gave them for the day; for a day that nobody has set, those
 * of `posts` undefined propose by role and 当班.
 */
export async function membersOn(
  host: Pick<Host, 'reader'>,
  settings: Settings,
  day: string,
  posts: Readonly<Record<string, DutyPost>> | undefined,
): Promise<RosterMember[]> {
  const [people, certificates] = [await host.reader.all('staff'), await certificatesOn(host, settings, day)];
  return people
    .filter((person) => mayBeOnDuty(person) || posts?.[person.id] !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id))
    .map((person) => ({
      id: person.id,
      name: person.name,
      post: posts ? (posts[person.id] ?? '') : proposedPost(person),
      qualifications: [...person.qualifications],
      certificates: certificates
        .filter(({ staffId }) => staffId === person.id)
        .map(({ kind, expires, standing }) => ({ kind, expires, standing })),
    }));
}
