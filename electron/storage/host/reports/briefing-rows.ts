import type { BriefingRow, BriefingView, InstructionView } from '../../../../shared/domain/briefing';
import { refuse } from '../../../../shared/errors';
import { briefingNumber } from '../../../../shared/rules/briefing-number';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { numbering } from './numbering';

type Briefing = Opened<'briefings'>;

const MOST_ROWS = 300;

/** @throws Refusal `not-found`, `damaged` */
export async function mustBeBriefing({ reader }: Host, id: string): Promise<Briefing> {
  const found = (await reader.one('briefings', id)) ?? refuse('not-found', { message: '没有找到这份专报，请从列表重新选择。' });
  if (found.unreadable) refuse('damaged');
  return asIssued(found);
}

/** What was signed stands, whatever a desk did with its draft before it heard of it. */
export const asIssued = (briefing: Briefing): Briefing =>
  briefing.n > 0 ? { ...briefing, state: 'issued', ...briefing.issuedText } : briefing;

export const numberOf = ({ year, n }: Pick<Briefing, 'year' | 'n'>): string => briefingNumber(year, n);

/** The issued one that corrects it, and the one that it corrects. */
async function relations({ db, reader }: Host, briefing: Briefing): Promise<{ corrects: string; correctedBy: string }> {
  const earlier = briefing.corrects ? await reader.one('briefings', briefing.corrects) : undefined;
  const later = await db.rows('briefings').where('corrects').equals(briefing.id).toArray();
  const issued = later.find(({ n }) => Number(n) > 0) as Pick<Briefing, 'year' | 'n'> | undefined;
  return { corrects: earlier ? numberOf(earlier) : '', correctedBy: issued ? numberOf(issued) : '' };
}

export async function briefingRows(host: Host): Promise<BriefingRow[]> {
  const { db, reader, clock } = host;
  const stored = await db.rows('briefings').orderBy('changedAt').reverse().limit(MOST_ROWS).toArray();
  const briefings = (await reader.open('briefings', stored)).map(asIssued);
  const staff = await reader.some(
    'staff',
    briefings.map(({ drafterId }) => drafterId),
  );
  return Promise.all(
    briefings.map(async (briefing): Promise<BriefingRow> => {
      const promises = await db.rows('promises').where('briefingId').equals(briefing.id).toArray();
      return {
        ...{ id: briefing.id, state: briefing.state, number: numberOf(briefing), date: briefing.date, changedAt: briefing.changedAt },
        drafterName: staff.get(briefing.drafterId)?.name ?? '',
        cases: briefing.visitIds.length,
        ...(await relations(host, briefing)),
        openInstructions: promises.filter(({ state, due }) => state === 'open' && String(due) <= clock.today()).length,
      };
    }),
  );
}

export async function briefingView(host: Host, briefing: Briefing): Promise<BriefingView> {
  const { db, reader } = host;
  const stored = await db
    .rows('briefingActs')
    .where('[briefingId+at]')
    .between([briefing.id, 0], [briefing.id, Number.MAX_SAFE_INTEGER])
    .toArray();
  const acts = await reader.open('briefingActs', stored);
  const names = await reader.some('staff', [...acts.map(({ staffId }) => staffId), ...hands(briefing)]);
  const nameOf = (id: string): string => names.get(id)?.name ?? '';
  const numbers = await numbering(host, await reader.settings());
  const { to, secrecy, term, sections } = briefing;
  return {
    ...{ id: briefing.id, state: briefing.state, number: numberOf(briefing), date: briefing.date, changedAt: briefing.changedAt },
    cases: briefing.visitIds.length,
    ...(await relations(host, briefing)),
    edition: briefing.edition,
    text: { to, secrecy, term, sections },
    names: briefing.names,
    drafterId: briefing.drafterId,
    drafterName: nameOf(briefing.drafterId),
    reviewerName: nameOf(briefing.reviewerId),
    signerName: nameOf(briefing.signerId),
    submittedAt: briefing.submittedAt,
    reviewedAt: briefing.reviewedAt,
    issuedAt: briefing.issuedAt,
    returned: briefing.returned,
    acts: acts.map(({ id, kind, at, staffId, text, leader }) => ({ id, kind, at, name: leader || nameOf(staffId), text })),
    instructions: await instructionsOf(host, briefing, acts),
    matters: await mattersOf(host, briefing),
    issuing: { deskName: numbers.name, here: numbers.here },
  };
}

const hands = ({ drafterId, reviewerId, signerId }: Briefing): string[] => [drafterId, reviewerId, signerId].filter(Boolean);

/** What an instruction may be about; a secret one is not named. */
export async function mattersOf({ reader }: Host, briefing: Briefing): Promise<{ id: string; title: string }[]> {
  const visits = await reader.some('visits', briefing.visitIds);
  const matters = await reader.some(
    'matters',
    [...visits.values()].map(({ matterId }) => matterId),
  );
  const numbered = [...visits.values()].map((visit) => ({ visit, matter: matters.get(visit.matterId) }));
  const seen = new Set<string>();
  return numbered.flatMap(({ visit, matter }) => {
    if (!matter || seen.has(matter.id)) return [];
    seen.add(matter.id);
    return [{ id: matter.id, title: `${visit.queueNumber} ${matter.secret ? SECRET_WORDS : matter.title}` }];
  });
}

async function instructionsOf(host: Host, briefing: Briefing, acts: readonly Opened<'briefingActs'>[]): Promise<InstructionView[]> {
  const { db, reader, clock } = host;
  const rows = await reader.open('promises', await db.rows('promises').where('briefingId').equals(briefing.id).toArray());
  const titles = new Map((await mattersOf(host, briefing)).map(({ id, title }) => [id, title]));
  return acts
    .filter(({ kind }) => kind === 'instruction')
    .map(({ id, at, leader, text, department, due }) => ({
      ...{ id, at, leader, text, department, due },
      items: rows
        .filter(({ actId }) => actId === id)
        .map((promise) => ({
          promiseId: promise.id,
          matterId: promise.matterId,
          title: promise.matterId ? (titles.get(promise.matterId) ?? '') : '',
          state: promise.state === 'kept' ? ('kept' as const) : promise.state === 'void' ? ('void' as const) : ('open' as const),
          overdue: promise.state === 'open' && promise.due < clock.today(),
          keptAt: promise.keptAt,
        })),
    }));
}
