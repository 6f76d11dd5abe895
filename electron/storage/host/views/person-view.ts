import type { PersonView } from '../../../../shared/domain/person';
import { maskDocument, maskPhone } from '../../../../shared/rules/mask';
import type { Opened } from '../tables';

export const nameShown = (person: Pick<Opened<'persons'>, 'name' | 'docType'>): string =>
  person.name || (person.docType === 'anonymous' ? '匿名' : '');

export function personView(person: Opened<'persons'>): PersonView {
  const { id, docType, docNumber, phone, sex, birthDate, address } = person;
  return {
    id,
    name: nameShown(person),
    docType,
    docMasked: maskDocument(docNumber),
    phoneMasked: maskPhone(phone),
    sex,
    birthDate,
    address,
  };
}
