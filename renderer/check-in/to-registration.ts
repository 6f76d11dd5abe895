import type { PersonEntry } from '../../shared/domain/person';
import type { RuleSettings } from '../../shared/domain/settings';
import type { PaperVisit, Registration } from '../../shared/domain/visit';
import { showsDocument } from '../../shared/rules/identity';
import { kindFor } from '../../shared/rules/registration';
import type { CheckInForm, PaperForm, PersonForm } from './form-values';
import { factsOf } from './person-facts';

/** The form as the rules and the storage want it: derived things worked out, hidden ones left out. */
export function toRegistration(form: CheckInForm, rules: RuleSettings, today: string): Registration {
  const heads = Number.isFinite(form.heads) ? form.heads : 0;
  const kind = kindFor(heads, rules);
  const people = kind === 'collective' ? form.people : form.people.slice(0, 1);
  const others = Math.max(0, heads - people.length);
  const { on, repeated, reason } = form.repeatOverride;
  return {
    kind,
    people: people.map((person) => toEntry(person, today)),
    heads,
    others,
    othersAreaId: others > 0 ? form.othersAreaId : '',
    areaId: form.areaId,
    purpose: form.purpose,
    fieldCode: form.fieldCode,
    summary: form.summary.trim(),
    place: form.place.trim(),
    matterId: form.matterId || undefined,
    repeatOverride: on ? { repeated, reason: reason.trim() } : undefined,
    appointmentId: form.paper.on ? undefined : form.appointmentId || undefined,
    paper: form.paper.on ? toPaper(form.paper) : undefined,
    needs: form.needs,
    marks: form.marks,
    noticeAcknowledged: form.noticeAcknowledged,
  };
}

/** Times that cannot be read go as they are: the rules say what is wrong with them. */
function toPaper({ cardNo, date, arrived, stillHere, left }: PaperForm): PaperVisit {
  const number = cardNo.normalize('NFKC').trim();
  return {
    cardNo: number === '' ? Number.NaN : Number(number),
    date,
    arrived: arrived.trim(),
    left: stillHere ? '' : left.trim() || '?',
  };
}

function toEntry(person: PersonForm, today: string): PersonEntry {
  const facts = factsOf(person, today);
  const accompanied = facts.guardian && !person.guardianAbsent;
  return {
    docType: person.docType,
    docNumber: showsDocument(person.docType) ? (facts.check?.normalized ?? '') : '',
    asPrinted: facts.check?.ok === false && person.asPrinted,
    noDocumentReason: person.docType === 'none' ? person.noDocumentReason.trim() : '',
    name: person.name.trim(),
    sex: facts.sex,
    birthDate: facts.birthDate || undefined,
    phone: person.phone.trim(),
    address: person.address.trim(),
    guardian: accompanied
      ? { ...person.guardian, name: person.guardian.name.trim(), relation: person.guardian.relation.trim() }
      : undefined,
    guardianAbsentReason: facts.guardian && person.guardianAbsent ? person.guardianAbsentReason.trim() : '',
  };
}
