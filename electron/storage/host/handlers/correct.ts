import type { RuleSettings } from '../../../../shared/domain/settings';
import type { Registration, VisitPatch } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { checkRegistration, isPriority, kindFor } from '../../../../shared/rules/registration';
import { isInHall, NOT_ROLLED } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { type Host, writeAs } from '../host';
import { mustKnow } from '../interviews/secrecy';
import type { Fields, Opened } from '../tables';
import { visitDetail } from '../views/visit-view';
import { awaitAgain } from '../visits/arrive-by-appointment';
import { correctPerson, TWICE } from '../visits/correct-person';
import { asRegistered, correctable, isToday, peopleOf } from '../visits/corrected';
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
      const at = placeOf(visit, patch);
      const person = people[at];
      if (!person || !visit.attendance[at]) refuse('damaged');
      if (patch.person && person.docType !== 'none' && !isToday(host, visit))
        refuse('refused', { message: '只能在登记当天更正，没有改变。' });
      const settings = await host.reader.settings();
      const corrected = merge(asRegistered(visit, people), at, patch, settings.rules);
      const problems = checkRegistration(corrected, settings.rules, visit.date, settings);
      // Heads that were right when they came are not judged again because a name is: some may have split off since.
      if (!changesHeads(patch)) for (const path of ['kind', 'heads', 'people']) delete problems[path];
      if (changesHeads(patch)) Object.assign(problems, tooFew(visit, corrected));
      // A document brought later is judged alone: what else an old ledger left open is not asked for now.
      if (completesDocument(patch)) for (const path of Object.keys(problems)) if (!path.startsWith(`people.${at}.`)) delete problems[path];
      refuseFields(underPatch(problems, at));
      const fields = visitChanges(visit, corrected, reason);
      const entry = corrected.people[at];
      if (patch.person && entry) {
        const typed = withoutUndefined(patch.person);
        Object.assign(fields, await correctPerson(host, draft, { visit, at, before: person, entry, typed }));
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
/** Those who left are among the heads; while the visit is in the hall somebody of it is. */
function tooFew(visit: Visit, { heads }: Registration): Record<string, string> {
  const atLeast = visit.left + (isInHall(visit.state) ? 1 : 0);
  return heads < atLeast ? { heads: `已有 ${visit.left} 人先行离开，人数应不少于 ${atLeast}` } : {};
}
/** 「未带证件」 is completed when the document is brought, be it another day. */
const completesDocument = ({ person, personId: _, ...more }: VisitPatch): boolean =>
  person?.docType !== undefined && Object.keys(more).length === 0;

/** Which of the visit's people the patch is about: the first unless it names another. */
function placeOf(visit: Visit, { personId }: VisitPatch): number {
  const at = personId === undefined ? 0 : visit.personIds.indexOf(personId);
  return at >= 0 ? at : refuse('conflict', { message: '这位来访人已不在这一批登记中，没有改变。请看最新登记后再更正。' });
}

/** The registration with the patch in it. */
function merge(before: Registration, at: number, { person, personId: _, ...patch }: VisitPatch, rules: RuleSettings): Registration {
  const people = before.people.map((entry, i) => (i === at && person ? { ...entry, ...withoutUndefined(person) } : entry));
  const after = { ...before, people, ...withoutUndefined(patch) };
  return changesHeads(patch) ? { ...after, kind: kindFor(after.heads, rules) } : after;
}

function visitChanges(visit: Visit, corrected: Registration, reason: string): Fields<'visits'> {
  const names = [
    'kind',
    'heads',
    'others',
    'othersAreaId',
    'areaId',
    'purpose',
    'fieldCode',
    'summary',
    'place',
    'needs',
    'marks',
  ] as const;
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

/** The person in question stands in the patch as `person`, and everything under `patch`. */
function underPatch(fields: Record<string, string>, at: number): Record<string, string> {
  const moved = Object.entries(fields).map(([path, sentence]): [string, string] => {
    const [, which, rest] = /^people\.(\d+)\.(.+)$/.exec(path) ?? [];
    if (which === undefined) return [`patch.${path}`, sentence];
    // The others are as they were: what is wrong with one's number now is that this one has it, too.
    if (Number(which) !== at && rest === 'docNumber') return ['patch.person.docNumber', TWICE];
    return [Number(which) === at ? `patch.person.${rest}` : `patch.${path}`, sentence];
  });
  return Object.fromEntries(moved);
}
