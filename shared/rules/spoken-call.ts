/**
 * The words of a call. They are made of a number and a room: a name never comes in here, so none can be spoken (README
 * of the domain, fact 8: call by number).
 */
export interface SpokenCall {
  queueNumber: string;
  roomName: string;
  /** ms UTC */
  calledAt: number;
  /** How many times this number was called. */
  calls: number;
}

/**
 * 1 is 「一」, not 「幺」: queue machines in banks, hospitals and service halls read it so, it is what stands on the card,
 * and 幺 is a usage of radio and telephone that many visitors from the countryside do not take for a one. 0 is 「零」.
 */
const DIGITS = '零一二三四五六七八九';
const digit = (character: string): string => DIGITS[Number(character)] ?? character;

/** `A003` → 「A 零 零 三」: apart, or a voice reads a hundred and three. */
export const spokenNumber = (queueNumber: string): string =>
  [...queueNumber.normalize('NFKC').replace(/\s+/g, '')].map((each) => (/\d/.test(each) ? digit(each) : each.toUpperCase())).join(' ');

/** A door's 「305」 is read one by one, the 「3」 of 「接访室3」 as a number. */
export const spokenRoom = (roomName: string): string =>
  roomName
    .normalize('NFKC')
    .trim()
    .replace(/\d{3,}/g, (digits) => [...digits].map(digit).join(' '));

export function spokenText({ queueNumber, roomName }: Pick<SpokenCall, 'queueNumber' | 'roomName'>): string {
  const room = spokenRoom(roomName);
  return `请 ${spokenNumber(queueNumber)} 号，到${room || '登记台'}`;
}

/** Each call is said twice: the first time people look up, the second time they hear. */
export const TIMES_SPOKEN = 2;

/** A voice of the system, as the speech API describes it. */
export interface VoiceFacts {
  name: string;
  lang: string;
  /** Works without a network; others are never used. */
  localService: boolean;
}

/** Mandarin voices of this machine, those of the mainland first, each in the system's own order. */
export function mandarinVoices<V extends VoiceFacts>(voices: readonly V[]): V[] {
  const rank = ({ lang }: V): number => {
    const tag = lang.toLowerCase().replaceAll('_', '-');
    if (/^(zh-(hans-)?cn|cmn(-hans)?-cn|cmn)$/.test(tag)) return 0;
    return /^(zh|zh-hans|cmn-hans|zh-cmn.*|zh-sg)$/.test(tag) ? 1 : 2;
  };
  return voices
    .filter((voice) => voice.localService && rank(voice) < 2)
    .map((voice, at) => ({ voice, at }))
    .sort((a, b) => rank(a.voice) - rank(b.voice) || a.at - b.at)
    .map(({ voice }) => voice);
}

/** @param wanted the voice's name, or '' for the first. Null: this system has none, and a chime plays. */
export function chooseVoice<V extends VoiceFacts>(voices: readonly V[], wanted: string): V | null {
  const spoken = mandarinVoices(voices);
  return spoken.find((voice) => voice.name === wanted) ?? spoken[0] ?? null;
}
