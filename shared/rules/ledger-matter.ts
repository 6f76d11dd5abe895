import type { MatterState } from '../domain/known-person';
import type { FieldSettings } from '../domain/settings';
import { PURPOSE_NAMES, PURPOSES, type Purpose } from '../domain/visit';
import { choosableFields } from './fields';

const plain = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Finds the hall's own field by a ledger's word; made once, for a ledger has a word in every line. */
export class FieldFinder {
  private readonly byName = new Map<string, string>();
  private readonly other: string;

  constructor(fields: FieldSettings) {
    const entries = choosableFields(fields);
    for (const { code, name } of entries) {
      for (const word of [name, code, ...name.split(/[（）()]/u), ...name.split('和')]) {
        const key = plain(word);
        if (key !== '' && !this.byName.has(key)) this.byName.set(key, code);
      }
    }
    this.other = (entries.find(({ name }) => name === '其他') ?? entries.at(-1))?.code ?? '';
  }

  /** `known` is false where the word is none of the hall's: the matter goes under 其他, the word stays readable. */
  find(word: string): { code: string; known: boolean } {
    const found = this.byName.get(plain(word)) ?? this.lastPart(word);
    return found === undefined ? { code: this.other, known: false } : { code: found, known: true };
  }

  /** 「城乡建设/拆迁安置」 */
  private lastPart(word: string): string | undefined {
    const parts = word.split(/[/／>\-—、]/u).reverse();
    return parts.map((part) => this.byName.get(plain(part))).find((code) => code !== undefined);
  }
}

export const purposeOf = (text: string): Purpose => {
  const word = plain(text);
  return PURPOSES.find((purpose) => word !== '' && (PURPOSE_NAMES[purpose] === word || PURPOSE_NAMES[purpose].includes(word))) ?? 'other';
};

/** How far the matter had come. A final decision needs its own document, which no column of a ledger is. */
export function matterStateOf(result: string): MatterState {
  if (/未办结|未答复|未解决|未化解|正在|在办|办理中|待/u.test(result)) return 'open';
  if (/办结|结案|了结|化解|息诉|息访|已解决|终结|完结/u.test(result)) return 'closed';
  return /答复|回复|告知/u.test(result) ? 'answered' : 'open';
}
