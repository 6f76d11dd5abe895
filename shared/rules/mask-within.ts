import { maskDocument, maskNameByLength, maskPhone } from './mask';

export interface Named {
  name: string;
  docNumber: string;
  phone: string;
}

/** A single character would be struck out of the middle of other words. */
const SHORTEST_NAME = 2;
const CITIZEN_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const OLD_NUMBER = /(?<!\d)\d{15}(?!\d)/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/**
 * Free text as it may leave on paper (identity 7.6): the people of the records it was taken from by their masked names, and
 * every number that looks like a citizen's or a mobile's covered, whosever it is. Longer names first, so that none is struck
 * out inside another.
 */
export function maskWithin(text: string, people: readonly Named[]): string {
  let masked = text;
  for (const { name } of [...people].sort((a, b) => b.name.length - a.name.length))
    if ([...name.trim()].length >= SHORTEST_NAME) masked = masked.replaceAll(name.trim(), maskNameByLength(name));
  for (const { docNumber, phone } of people) {
    if (docNumber.length > 5) masked = masked.replaceAll(docNumber, maskDocument(docNumber));
    if (phone.length > 6) masked = masked.replaceAll(phone, maskPhone(phone));
  }
  return masked.replace(CITIZEN_NUMBER, maskDocument).replace(OLD_NUMBER, maskDocument).replace(MOBILE, maskPhone);
}
