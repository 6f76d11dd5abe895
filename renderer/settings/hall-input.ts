import type { z } from 'zod';
import type { HallSettings } from '../../shared/domain/settings';

/** The hall as a form holds it. */
export type HallInput = z.input<typeof HallSettings>;

/** The next free desk: number and letter go together, so that two desks never give the same queue number. */
export function nextDesk(desks: HallInput['desks']): HallInput['desks'][number] {
  const codes = new Set(desks.map((desk) => desk.code));
  const letters = new Set(desks.map((desk) => desk.letter));
  const free = Array.from({ length: 99 }, (_, i) => String(i + 1).padStart(2, '0')).find((code) => !codes.has(code)) ?? '99';
  const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !letters.has(one)) ?? 'Z';
  return { code: free, letter, name: `${Number(free)}号登记台` };
}
