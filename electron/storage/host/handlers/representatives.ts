import { refuse } from '../../../../shared/errors';
import { checkRegistration } from '../../../../shared/rules/registration';
import { representativeRefusal } from '../../../../shared/rules/representatives';
import { matterKeyId } from '../data-keys';
import { writeAs } from '../host';
import { mustKnow } from '../interviews/secrecy';
import { visitDetail } from '../views/visit-view';
import { asRegistered, correctable, peopleOf } from '../visits/corrected';
import { enrolAll, knownPeople } from '../visits/enrol';
import { refuseFields } from './register';
import type { RequestHandlers } from './types';

/** A representative chosen later: out of those without a name, so that the heads stay what they are. */
export const representativeHandlers: Pick<RequestHandlers, 'visit.addRepresentative'> = {
  'visit.addRepresentative': async (host, { id, person, reason }, call) => {
    // Outside the write: a refusal is itself written.
    await mustKnow(host, (await host.reader.one('visits', id))?.matterId ?? '', call);
    await writeAs(host, call, async (draft) => {
      const visit = await correctable(host, id, false);
      const { rules } = await host.reader.settings();
      const refused = representativeRefusal(visit, rules);
      if (refused) refuse('refused', { message: refused });
      const before = asRegistered(visit, await peopleOf(host, visit));
      const others = visit.others - 1;
      const after = { ...before, people: [...before.people, person], others };
      refuseFields(ofPerson(checkRegistration(after, rules, visit.date), visit.personIds.length));
      const [added] = enrolAll(host, draft, [person], await knownPeople(host, [person]), visit.date);
      if (!added) refuse('damaged');
      if (visit.personIds.includes(added.id)) refuse('refused', { message: '这份证件已登记为另一位代表，没有改变。' });
      const personIds = [...visit.personIds, added.id];
      // An act taken back would bring the old number of others back with it.
      const fields = { personIds, others, attendance: [...visit.attendance, added.attendance], changeReason: reason, undo: null };
      const keyId = matterKeyId(visit.matterId);
      draft.put('visits', id, fields, keyId);
      const matter = await host.reader.one('matters', visit.matterId);
      if (matter) draft.put('matters', matter.id, { personIds: [...new Set([...matter.personIds, added.id])] }, keyId);
      return { id };
    });
    return visitDetail(host, id, call.actor);
  },
};

/** Only the new one is judged: what was registered before is not asked for again. */
function ofPerson(problems: Record<string, string>, at: number): Record<string, string> {
  const prefix = `people.${at}.`;
  const own = Object.entries(problems).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(own.map(([path, sentence]) => [`person.${path.slice(prefix.length)}`, sentence] satisfies [string, string]));
}
