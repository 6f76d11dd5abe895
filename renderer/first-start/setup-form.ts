import type { z } from 'zod';
import type { KeyProtection, SetupInput } from '../../shared/contract/session';
import type { HallInput } from '../settings/hall-input';
import type { UnitInput } from '../settings/unit-editor';
import { TEXTS } from './texts';

/** What the wizard asks besides the unit and the hall, which have editors of their own. */
export interface Rest {
  deskCode: string;
  cardPrinter: string;
  adminName: string;
  adminPin: string;
  adminPinAgain: string;
  protection: z.infer<typeof KeyProtection>;
  passphrase: string;
  passphraseAgain: string;
  written: boolean;
  /** By 1-based place. */
  answers: Record<string, string>;
}

export const STEPS = ['unit', 'desks', 'places', 'printer', 'admin', 'protection', 'phrase', 'answers'] as const;
export type Step = (typeof STEPS)[number];

export const emptyRest = (): Rest => ({
  deskCode: '01',
  cardPrinter: '',
  adminName: '',
  adminPin: '',
  adminPinAgain: '',
  protection: 'system',
  passphrase: '',
  passphraseAgain: '',
  written: false,
  answers: {},
});

/** What is still wrong with a step of `Rest`: field → sentence. */
export function problemsOf(step: Step, rest: Rest, asked: readonly number[]): Partial<Record<string, string>> {
  switch (step) {
    case 'admin':
      return given({
        adminName: !rest.adminName.trim() && TEXTS.nameMissing,
        adminPin: !/^\d{4,12}$/.test(rest.adminPin) && TEXTS.pinRule,
        adminPinAgain: rest.adminPin !== rest.adminPinAgain && TEXTS.pinDiffers,
      });
    case 'protection':
      if (rest.protection !== 'passphrase') return {};
      return given({
        passphrase: rest.passphrase.length < 8 && TEXTS.passphraseShort,
        passphraseAgain: rest.passphrase !== rest.passphraseAgain && TEXTS.passphraseDiffers,
      });
    case 'phrase':
      return given({ written: !rest.written && TEXTS.writtenFirst });
    case 'answers':
      return given(Object.fromEntries(asked.map((place) => [`answers.${place}`, !rest.answers[place]?.trim() && TEXTS.answerMissing])));
    default:
      return {};
  }
}

const given = (sentences: Record<string, string | false>): Record<string, string> =>
  Object.fromEntries(Object.entries(sentences).filter((entry): entry is [string, string] => Boolean(entry[1])));

export const toInput = (unit: UnitInput, hall: HallInput, rest: Rest): z.input<typeof SetupInput> => ({
  unit,
  hall,
  deskCode: rest.deskCode,
  cardPrinter: rest.cardPrinter,
  admin: { name: rest.adminName.trim(), pin: rest.adminPin },
  protection: rest.protection,
  passphrase: rest.protection === 'passphrase' ? rest.passphrase : '',
  phraseAnswers: rest.answers,
});

/** Where a sentence of the program's answer belongs. */
export function placeOf(path: string): { step: Step; field: string } {
  if (path.startsWith('unit.')) return { step: 'unit', field: path.slice(5) };
  if (path.startsWith('hall.desks') || path === 'deskCode') return { step: 'desks', field: path.replace(/^hall\./, '') };
  if (path.startsWith('hall.')) return { step: 'places', field: path.slice(5) };
  if (path === 'admin.name') return { step: 'admin', field: 'adminName' };
  if (path === 'admin.pin') return { step: 'admin', field: 'adminPin' };
  if (path === 'cardPrinter') return { step: 'printer', field: path };
  if (path.startsWith('phraseAnswers.')) return { step: 'answers', field: path.replace('phraseAnswers', 'answers') };
  return { step: 'protection', field: path === 'protection' ? path : 'passphrase' };
}
