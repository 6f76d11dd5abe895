import type { CardModel } from '../../../shared/documents/card';

/** The card's facts as the words of its rows, the same on A6 and on the roll. Empty where nothing is known. */
export interface CardWords {
  name: string;
  document: string;
  visitKind: string;
  place: string;
  checker: string;
  consult: string;
  /** The desk's own part: arrangements for the visitor and how many came. */
  stubNote: string;
}

const joined = (separator: string, ...parts: readonly string[]): string => parts.filter((part) => part !== '').join(separator);
const aside = (text: string, note: string): string => (text && note ? `${text}（${note}）` : text || note);

export function cardWords({ person, visit, process, consult, stub }: CardModel): CardWords {
  const others = visit.othersArea && visit.othersArea !== visit.area ? `其他人员：${visit.othersArea}` : '';
  return {
    name: aside(person.name, person.sex),
    document: joined(' ', person.docType, person.docMasked),
    visitKind: joined(' · ', visit.kind, visit.repeat),
    place: joined(' · ', visit.area, visit.room, others),
    checker: aside(process.checkerName, process.verification),
    consult: joined('　', consult.phone && `咨询电话 ${consult.phone}`, consult.address),
    stubNote: joined(' ', stub.heads > 1 ? `${stub.heads} 人` : '', ...stub.arrangements),
  };
}
