import type { PersonRecord } from '../../shared/contract/people';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { HoldToReveal } from '../visit/hold-to-reveal';
import { TEXTS } from './texts';

interface Props {
  mine: readonly PersonRecord[];
  theirs: readonly PersonRecord[];
}

const f = TEXTS.fields;
const LINES: readonly (readonly [name: string, value: (record: PersonRecord) => string])[] = [
  [f.name, (record) => record.name],
  [f.document, (record) => DOCUMENT_NAMES[record.docType]],
  [f.birthDate, (record) => record.birthDate ?? ''],
  [f.sex, (record) => (record.sex ? TEXTS.sexes[record.sex] : '')],
  [f.address, (record) => record.address],
  [f.visits, (record) => TEXTS.times(record.visits)],
];

/** All records side by side, the page's own on the left: whoever decides sees both, not only what is alike. */
export function CompareTable({ mine, theirs }: Props) {
  const all = [...mine, ...theirs];
  return (
    <table className="table person-compare">
      <thead>
        <tr>
          <th />
          <th colSpan={mine.length}>{TEXTS.mine}</th>
          <th colSpan={theirs.length}>{TEXTS.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {all.map((record) => (
              <td key={record.id}>{value(record) || '—'}</td>
            ))}
          </tr>
        ))}
        {(['docNumber', 'phone'] as const).map((field) => (
          <tr key={field}>
            <th scope="row">{field === 'phone' ? TEXTS.phone : TEXTS.document}</th>
            {all.map((record) => (
              <td key={record.id}>
                <HoldToReveal
                  personId={record.id}
                  field={field}
                  masked={field === 'phone' ? record.phoneMasked : record.docMasked}
                  what={field === 'phone' ? TEXTS.phone : TEXTS.document}
                  name={record.name}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
