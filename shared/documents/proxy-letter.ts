import type { DocumentType } from '../domain/person';
import { DOCUMENT_NAMES } from '../rules/document-names';
import { maskDocument, maskPhone } from '../rules/mask';
import { dayOf, longDay } from '../rules/time';

export interface ProxyLetterFacts {
  unitName: string;
  /** Card number of the visit. */
  number: string;
  queueNumber: string;
  /** ms UTC */
  registeredAt: number;
  heads: number;
  representativeCap: number;
  /** The matter in the clerk's words; empty leaves a line to write on. */
  summary: string;
  /** In clear; masked here. */
  representatives: readonly { name: string; docType: DocumentType; docNumber: string; phone: string; address: string }[];
  demo: boolean;
}

/** 《代表推选书》 (forms 5.3): who speaks for the others, signed by those who chose them. */
export interface ProxyLetterModel {
  title: string;
  unitName: string;
  number: string;
  queueNumber: string;
  /** `2026年11月23日` */
  date: string;
  heads: number;
  /** 条例 20 条: at most five, or fewer where the unit says so. */
  representativeCap: number;
  /** At most 200 characters: the letter is one page. */
  matter: string;
  representatives: readonly { name: string; docType: string; docMasked: string; phoneMasked: string; address: string }[];
  /** What is said above the table and below it, ready to print. */
  opening: string;
  duty: string;
  demo: boolean;
}

const MATTER_LENGTH = 200;

export function buildProxyLetter(facts: ProxyLetterFacts): ProxyLetterModel {
  const { unitName, number, queueNumber, registeredAt, heads, representativeCap, summary, demo } = facts;
  const matter = [...summary.replace(/\s+/g, ' ').trim()];
  const representatives = facts.representatives.map((person) =>
    Object.freeze({
      name: person.name,
      docType: DOCUMENT_NAMES[person.docType],
      docMasked: maskDocument(person.docNumber),
      phoneMasked: maskPhone(person.phone),
      address: person.address,
    }),
  );
  return Object.freeze({
    title: '代表推选书',
    unitName,
    number,
    queueNumber,
    date: longDay(dayOf(registeredAt)),
    heads,
    representativeCap,
    matter: matter.length > MATTER_LENGTH ? `${matter.slice(0, MATTER_LENGTH).join('')}……` : matter.join(''),
    representatives: Object.freeze(representatives),
    opening: `我们共 ${heads} 人就同一事项一起来访，经共同商议，推选以下 ${representatives.length} 人（不超过 ${representativeCap} 人）作为代表反映情况、听取答复。`,
    duty: '代表应当如实反映大家的共同意见，并把办理情况和答复如实转告其他人。',
    demo,
  });
}
