import type { CalibrationModel } from './calibration';
import type { CardModel } from './card';
import type { ProxyLetterModel } from './proxy-letter';

/** What a print job keeps, frozen: the same bytes of meaning whenever it is printed. */
export type PrintContent =
  | { kind: 'card'; model: CardModel }
  | { kind: 'proxy-letter'; model: ProxyLetterModel }
  | { kind: 'calibration'; model: CalibrationModel };
