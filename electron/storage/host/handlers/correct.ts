import type { PersonEntry } from '../../../../shared/domain/person';
import type { RuleSettings } from '../../../../shared/domain/settings';
import type { Registration, VisitPatch } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { checkRegistration, isPriority, kindFor } from '../../../../shared/rules/registration';
import { dayOf } from '../../../../shared/rules/time';
import { isInHall, NOT_ROLLED } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { type Host, writeAs } from '../host';
import { mustKnow } from '../interviews/secrecy';
import type { Fields, Opened } from '../tables';
import { visitDetail } from '../views/visit-view';
import { awaitAgain } from '../visits/arrive-by-appointment';
import { correctPerson } from '../visits/correct-person';
import { heldItemsOf } from '../visits/held-items';
import { titleOf } from '../visits/join-matter';
import { withdrawPrints } from '../visits/print-content';
import { refuseFields } from './register';
import type { RequestHandlers } from './types';

type Visit = Opened<'visits'>;

/** Corrections and 作废 belong to the day of registration; each with its reason. */
export const correctHandlers: Pick<RequestHandlers, 'visit.correct' | 'visit.void'> = {
  'visit.correct': async (host, { id, patch, reason }, call) => {
    // Outside the write: a refusal is itself written.
    await mustKnow(host, (await host.reader.one('visits', id))?.matterId ?? '', call);
    await writeAs(host, call, async (draft) => {
      const visit = await correctable(host, id, completesDocument(patch));
      const people = await peopleOf(host, visit);
      const [first] = people;
      if (!first || !visit.attendance[0]) refuse('damaged');
      if (patch.person && first.docType !== 'none' && !isToday(host, visit))
        refuse('refused', { message: '只能在登记当天更正，没有改变。' });
      const settings = await host.reader.settings();
      const corrected = merge(visit, people, patch, settings.rules);
      const problems = checkRegistration(corrected, settings.rules, visit.date, settings);
      // Heads that were right when they came are not judged again because a name is: some may have split off since.
      if (!changesHeads(patch)) for (const path of ['kind', 'heads', 'people']) delete problems[path];
      if (changesHeads(patch)) Object.assign(problems, tooFew(visit, corrected));
      // A document brought later is judged alone: what else an old ledger left open is not asked for now.
      if (completesDocument(patch)) for (const path of Object.keys(problems)) if (!path.startsWith('people.0.')) delete problems[path];
      refuseFields(underPatch(problems));
      const fields = visitChanges(visit, corrected, reason);
      if (patch.person && corrected.people[0]) {
        Object.assign(
          fields,
          await correctPerson(host, draft, { visit, first, entry: corrected.people[0], typed: withoutUndefined(patch.person) }),
        );
      }
      draft.put('visits', id, fields, matterKeyId(visit.matterId));
      await correctMatter(host, draft, visit, corrected);
      return { id };
    });
    return visitDetail(host, id, call.actor);
  },

  'visit.void': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const visit = await correctable(host, id, false);
      if (visit.state === 'interview') refuse('refused', { message: '正在接谈，不能作废。请先结束接谈。' });
      if ((await heldItemsOf(host, [id])).size > 0) refuse('refused', { message: '还有寄存物品没有归还或移交，请先办理，再作废。' });
      draft.put('visits', id, { state: 'void', undo: null, voidReason: reason, changeReason: reason }, matterKeyId(visit.matterId));
      const matter = await host.reader.one('matters', visit.matterId);
      if (matter) draft.put('matters', matter.id, { visits: Math.max(0, matter.visits - 1) }, matterKeyId(matter.id));
      await withdrawPrints(host, draft, id);
      await awaitAgain(host, draft, visit);
      return { id };
    });
    return visitDetail(host, id, call.actor);
  },
};

const changesHeads = ({ heads, others }: VisitPatch): boolean => heads !== undefined || others !== undefined;
/** Of a visit of a paper card the day on which it was typed in. */
const isToday = ({ clock }: Host, visit: Visit): boolean =>
  visit.date === clock.today() || (visit.enteredAt !== null && dayOf(visit.enteredAt) === clock.today());
/** Those who left are among the heads; while the visit is in the hall somebody of it is. */
function tooFew(visit: Visit, { heads }: Registration): Record<string, string> {
  const atLeast = visit.left + (isInHall(visit.state) ? 1 : 0);
  return heads < atLeast ? { heads: `已有 ${visit.left} 人先行离开，人数应不少于 ${atLeast}` } : {};
}
/** 「未带证件」 is completed when the document is brought, be it another day. */
const completesDocument = (patch: VisitPatch): boolean => patch.person?.docType !== undefined && Object.keys(patch).length === 1;

async function correctable(host: Host, id: string, anyDay: boolean): Promise<Visit> {
  const visit = (await host.reader.one('visits', id)) ?? refuse('not-found');
  if (visit.unreadable) refuse('damaged');
  if (visit.state === 'void') refuse('refused', { message: '这张登记已经作废，不能再改。' });
  if (!anyDay && !isToday(host, visit)) refuse('refused', { message: '只能在登记当天更正或作废，没有改变。' });
  return visit;
}

async function peopleOf({ reader }: Host, visit: Visit): Promise<Opened<'persons'>[]> {
  const people = await reader.some('persons', visit.personIds);
  return visit.personIds.map((id) => people.get(id) ?? refuse('damaged'));
}

/** The registration as if it were typed now, for the same rules to look at. */
function merge(visit: Visit, people: readonly Opened<'persons'>[], { person, ...patch }: VisitPatch, rules: RuleSettings): Registration {
  const entries = people.map((p, i): PersonEntry => {
    const { docType, docNumber, name, sex, birthDate, phone, address } = p;
    const attendance = visit.attendance[i] ?? { asPrinted: false, noDocumentReason: '', guardianAbsentReason: '' };
    const entry = { docType, docNumber, name, sex, birthDate, phone, address, ...attendance };
    return i === 0 && person ? { ...entry, ...withoutUndefined(person) } : entry;
  });
  const { kind, heads, others, othersAreaId, areaId, purpose, fieldCode, summary, place, needs } = visit;
  const before: Registration = {
    kind,
    people: entries,
    heads,
    others,
    othersAreaId,
    areaId,
    purpose,
    fieldCode,
    summary,
    place,
    needs,
    noticeAcknowledged: true,
  };
  const after = { ...before, ...withoutUndefined(patch) };
  return changesHeads(patch) ? { ...after, kind: kindFor(after.heads, rules) } : after;
}

function visitChanges(visit: Visit, corrected: Registration, reason: string): Fields<'visits'> {
  const names = ['kind', 'heads', 'others', 'othersAreaId', 'areaId', 'purpose', 'fieldCode', 'summary', 'place', 'needs'] as const;
  const changed = names.filter((name) => JSON.stringify(visit[name]) !== JSON.stringify(corrected[name]));
  const fields: Fields<'visits'> = { ...Object.fromEntries(changed.map((name) => [name, corrected[name]])), changeReason: reason };
  // An act taken back would bring the old heads back with it.
  if (changed.includes('heads') || changed.includes('others')) Object.assign(fields, { undo: null, ...NOT_ROLLED });
  if (changed.includes('needs')) fields.priority = isPriority(corrected.needs);
  return fields;
}

/** A matter that this visit began takes its field, title and place from it. */
async function correctMatter(host: Host, draft: Draft, visit: Visit, corrected: Registration): Promise<void> {
  const matter = visit.visitCount === 1 ? await host.reader.one('matters', visit.matterId) : undefined;
  if (matter?.visits !== 1) return;
  const fields: Fields<'matters'> = {};
  if (corrected.fieldCode !== matter.fieldCode) fields.fieldCode = corrected.fieldCode;
  if (corrected.summary !== visit.summary) fields.title = titleOf(corrected.summary);
  if (corrected.place !== matter.place) fields.place = corrected.place;
  if (Object.keys(fields).length > 0) draft.put('matters', matter.id, fields, matterKeyId(matter.id));
}

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** The first person stands in the patch as `person`, and everything under `patch`. */
const underPatch = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, text]) => [`patch.${path.replace(/^people\.0\./, 'person.')}`, text]));
