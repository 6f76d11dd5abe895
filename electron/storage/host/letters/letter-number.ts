import type { LetterKind } from '../../../../shared/domain/letters';
import { isNumbered, letterNumber } from '../../../../shared/rules/letters-of-result';
import { HALL_KEY } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** Row of the settings that holds the last number given. */
export const letterNumberId = (kind: LetterKind, year: string, deskCode: string): string => `letterNumber:${kind}:${year}:${deskCode}`;

/**
 * Gives a letter between offices its 文号, in the write that prints it: a refused print takes none, so the sequence of a year, a
 * kind and a desk has no gap, and the same letter printed again keeps its own.
 */
export async function numbered(
  { reader, clock, deskCode }: Host,
  draft: Draft,
  interview: Opened<'interviews'>,
  kind: LetterKind,
): Promise<Opened<'interviews'>> {
  if (!isNumbered(kind) || interview.letterNumbers[kind]) return interview;
  const year = clock.today().slice(0, 4);
  const id = letterNumberId(kind, year, deskCode);
  const last = Number((await reader.one('settings', id))?.value ?? 0);
  const letterNumbers = { ...interview.letterNumbers, [kind]: letterNumber(kind, year, deskCode, last + 1) };
  draft.put('settings', id, { value: last + 1 }, HALL_KEY);
  draft.put('interviews', interview.id, { letterNumbers }, interview.keyId);
  return { ...interview, letterNumbers };
}
