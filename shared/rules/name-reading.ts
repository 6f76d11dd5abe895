import { pinyin } from 'pinyin-pro';
import { givenNameOf } from './surnames';

/** One character of a name with its reading, lower case without tone; a character without one reads as itself. */
export interface ReadCharacter {
  character: string;
  /** How it may be typed: 吕 is lv, lu or lyu. */
  spellings: readonly string[];
}
export interface ReadName {
  characters: readonly ReadCharacter[];
  /** Where the given name begins; 0 when there is none apart. */
  givenFrom: number;
}

/** Kept in memory only, for a search reads the same names again and again: reading one takes some 50 µs. */
const KEPT = 5000;
const kept = new Map<string, ReadName>();

/** A name as it is compared: half-width, lower case, without spaces and the marks inside foreign names. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}\p{Cc}]/gu, '');

/** Surnames are read as surnames: 曾 zeng, 单 shan, 仇 qiu. A character with several readings gets one. */
export function readName(name: string): ReadName {
  const known = kept.get(name);
  if (known) return known;
  const plain = plainName(name);
  const characters = [...plain];
  const readings = plain === '' ? [] : pinyin(plain, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const fits = readings.length === characters.length;
  const given = [...plainName(givenNameOf(name))].length;
  const read: ReadName = {
    characters: characters.map((character, i) => ({ character, spellings: spellingsOf((fits && readings[i]) || character) })),
    givenFrom: given > 0 ? characters.length - given : 0,
  };
  if (kept.size >= KEPT) kept.clear();
  kept.set(name, read);
  return read;
}

function spellingsOf(reading: string): string[] {
  const spelling = reading.toLowerCase().replaceAll('ü', 'v');
  return /^[nl]v/.test(spelling) ? [spelling, spelling.replace('v', 'u'), spelling.replace('v', 'yu')] : [spelling];
}
