import type { CardFields } from '../../shared/domain/reader';
import { normalizeNumber, showsDocument } from '../../shared/rules/identity';
import type { PersonForm } from './form-values';

/** The fields a card can fill; of a guardian only the first three are asked. */
export type Held = Pick<PersonForm, 'docType' | 'docNumber' | 'name'> & Partial<Pick<PersonForm, 'address' | 'birthDate' | 'sex'>>;
export type HeldField = keyof Held;
export type Filled = { field: HeldField; read: string };
export type Difference = Filled & { held: string };

/** What a form begins with: chosen by nobody. */
const UNTOUCHED = 'resident-id';

/**
 * A card held against what was typed: empty fields are filled, what was typed stays and is told. A card of somebody else
 * (another number, or nobody with papers) fills nothing by itself, or two people would become one.
 */
export function holdCard(held: Held, card: CardFields): { fill: Filled[]; differs: Difference[] } {
  const ownNumber = normalizeNumber(held.docNumber);
  const stranger = (ownNumber !== '' && ownNumber !== card.docNumber) || !showsDocument(held.docType);
  const fill: Filled[] = [];
  const differs: Difference[] = [];
  for (const [field, read] of readFields(held, card)) {
    const now = held[field] ?? '';
    if (read === '' || same(now, read)) continue;
    const free = field === 'docType' ? now === UNTOUCHED && ownNumber === '' : now.trim() === '';
    if (free && !stranger) fill.push({ field, read });
    else differs.push({ field, held: now, read });
  }
  return { fill, differs };
}

function readFields(held: Held, card: CardFields): [HeldField, string][] {
  const fields: [HeldField, string][] = [
    ['docType', card.docType],
    ['docNumber', card.docNumber],
    ['name', card.name],
  ];
  if (held.address !== undefined) fields.push(['address', card.address]);
  // All others tell it in their number.
  if (card.docType === 'foreign-permanent-15' && held.birthDate !== undefined)
    fields.push(['birthDate', card.birthDate ?? ''], ['sex', card.sex ?? '']);
  return fields;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const same = (a: string, b: string): boolean => bare(a) === bare(b);
