import { PURPOSE_NAMES, SPECIAL_NEED_NAMES, VERIFICATION_NAMES, VISIT_MARK_NAMES, type VisitDetail } from '../../shared/domain/visit';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { stampOf } from '../../shared/rules/time';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { PersonButton } from '../people/person-button';
import { HoldToReveal } from './hold-to-reveal';
import { TEXTS } from './texts';
import { useNames } from './use-names';

export function VisitFacts({ visit }: { visit: VisitDetail }) {
  const names = useNames();
  const f = TEXTS.fields;
  const repeat = visit.repeated ? TEXTS.repeated(visit.visitCount) : TEXTS.first;
  return (
    <>
      {visit.state === 'void' && <Notice level="warning">{TEXTS.voidBecause(visit.voidReason)}</Notice>}
      <h3 className="visit-part">{TEXTS.people}</h3>
      <table className="table visit-people">
        <tbody>
          {visit.people.map((person) => (
            <tr key={person.id}>
              <td>
                <strong>{person.name}</strong>
              </td>
              <td>{DOCUMENT_NAMES[person.docType]}</td>
              <td>
                <HoldToReveal personId={person.id} field="docNumber" masked={person.docMasked} what={TEXTS.document} name={person.name} />
              </td>
              <td>
                <HoldToReveal personId={person.id} field="phone" masked={person.phoneMasked} what={TEXTS.phone} name={person.name} />
              </td>
              <td>{person.address}</td>
              {visit.people.length > 1 && (
                <td>
                  <PersonButton personId={person.id} name={person.name} keyed={false} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        className="visit-facts"
        items={[
          [f.time, stampOf(visit.registeredAt)],
          ...(visit.enteredAt === null ? [] : [[f.entered, stampOf(visit.enteredAt)] as const]),
          [f.desk, names.desk(visit.deskCode)],
          [f.kind, visit.kind === 'collective' ? TEXTS.collective(visit.heads, visit.people.length) : TEXTS.individual],
          [f.repeat, visit.repeatReason ? `${repeat}（${visit.repeatReason}）` : repeat],
          [f.field, names.field(visit.fieldCode)],
          ...(visit.purpose ? [[f.purpose, PURPOSE_NAMES[visit.purpose]] as const] : []),
          [f.place, visit.place],
          [f.needs, visit.needs.map((need) => SPECIAL_NEED_NAMES[need]).join('、')],
          ...(visit.marks.length > 0 ? [[f.marks, visit.marks.map((mark) => VISIT_MARK_NAMES[mark]).join('、')] as const] : []),
          [f.area, names.area(visit.areaId)],
          ...(visit.kind === 'collective' ? [[f.othersArea, names.area(visit.othersAreaId)] as const] : []),
          [f.checker, `${visit.checkerName} · ${VERIFICATION_NAMES[visit.verification]}`],
          [f.by, visit.registeredByName],
        ]}
      />
      <h3 className="visit-part">{f.summary}</h3>
      <p className="visit-summary">{visit.summary}</p>
    </>
  );
}
