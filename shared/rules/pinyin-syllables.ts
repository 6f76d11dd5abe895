/** All syllables of Mandarin in pinyin (ü as v), to read what was typed: is it whole syllables, initials or both? */
const FINALS: Record<string, string> = {
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve',
  l: 'a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  zh: 'a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
  r: 'e ao ou an en ang eng ong i u ua uo ui uan un',
  z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
  c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  y: 'a o e ao ou an ang i in ing ong u ue uan un',
  w: 'a o ai ei an en ang eng u',
  '': 'a o e ai ei ao ou an en ang er',
};

export const SYLLABLES: readonly string[] = Object.entries(FINALS).flatMap(([initial, finals]) =>
  finals.split(' ').map((final) => initial + final),
);

/** Beginnings of syllables, each with the syllables that it may grow into. */
const BEGINNINGS = new Map<string, string[]>();
for (const syllable of SYLLABLES) {
  for (let length = 1; length <= syllable.length; length++) {
    const beginning = syllable.slice(0, length);
    BEGINNINGS.set(beginning, [...(BEGINNINGS.get(beginning) ?? []), syllable]);
  }
}
const LONGEST = 6;

/** Syllables that begin so; empty when none does. */
export const syllablesFrom = (beginning: string): readonly string[] => BEGINNINGS.get(beginning) ?? [];

/**
 * Every way to read letters as a row of syllables or beginnings of them, as the row of their first letters (at most
 * `most`): "lix" may be 李 x…, "xian" 先 or 西安. Empty when it is no pinyin.
 */
export function initialsOf(letters: string, most: number): Set<string> {
  const readings: Set<string>[] = Array.from({ length: letters.length + 1 }, () => new Set<string>());
  readings[letters.length]?.add('');
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let length = 1; length <= Math.min(LONGEST, letters.length - at); length++) {
      if (!BEGINNINGS.has(letters.slice(at, at + length))) continue;
      for (const rest of readings[at + length] ?? []) readings[at]?.add(((letters[at] ?? '') + rest).slice(0, most));
    }
  }
  return readings[0] ?? new Set();
}
