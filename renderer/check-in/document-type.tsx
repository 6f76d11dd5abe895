import { DOCUMENT_TYPES, type DocumentType } from '../../shared/domain/person';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';

/** @param without types that make no sense here, e.g. an anonymous guardian */
export function DocumentTypeOptions({ without = [] }: { without?: readonly DocumentType[] }) {
  return DOCUMENT_TYPES.filter((type) => !without.includes(type)).map((type) => (
    <option key={type} value={type}>
      {DOCUMENT_NAMES[type]}
    </option>
  ));
}
