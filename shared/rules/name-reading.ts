import { pinyin } from 'pinyin-pro';

/** One character of a name with its reading, lower case without tone; a character without one reads as itself. */
export interface ReadCharacter {
  character: string;
  reading: string;
}

/** Names come again and again while a search is checked; reading one takes some 20 µs. */
const KEPT = 5000;
const kept = new Map<string, readonly ReadCharacter[]>();

/** A name as it is compared: half-width, lower case, without spaces and the marks inside foreign names. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}\p{Cc}]/gu, '');

/** Surnames are read as surnames: 曾 zeng, 单 shan, 仇 qiu. A character with several readings gets one. */
export function readName(name: string): readonly ReadCharacter[] {
  const plain = plainName(name);
  const known = kept.get(plain);
  if (known) return known;
  const characters = [...plain];
  const readings = plain === '' ? [] : pinyin(plain, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const fits = readings.length === characters.length;
  const read = characters.map((character, i) => ({
    character,
    reading: ((fits && readings[i]) || character).toLowerCase().replaceAll('ü', 'v'),
  }));
  if (kept.size >= KEPT) kept.clear();
  kept.set(plain, read);
  return read;
}
