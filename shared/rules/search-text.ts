import { normalizeNumber } from './identity';

/** What of a person can be searched. */
export interface Findable {
  name: string;
  docNumber: string;
  phone: string;
}

/** How many last digits of a document or telephone have a token. */
export const TAIL = 4;
/** How many characters of a name, or initials of its pinyin, have a prefix token. */
export const NAME_PREFIX = 3;

/** Digits and letters only: the tail of 「南字第01234567号」 is what stands before the 号. */
export const documentDigits = (number: string): string => normalizeNumber(number).replace(/[^0-9A-Z]/g, '');
export const phoneDigits = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '');
/** A mobile number as it is stored: without the country's code. */
export const withoutCountry = (digits: string): string => digits.replace(/^86(?=1\d{10}$)/, '');
