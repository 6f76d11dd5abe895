import type { CalibrationModel } from './calibration';
import type { CardModel } from './card';
import type { EvacuationModel } from './evacuation';
import type { ForecastListModel } from './forecast-list';
import type { IncidentPaperModel } from './incident-paper';
import type { LetterModel } from './letter';
import type { MessagesModel } from './messages';
import type { PaperCardsModel } from './paper-cards';
import type { ProxyLetterModel } from './proxy-letter';
import type { ReceiptModel } from './receipt';
import type { SheetModel } from './sheet';
import type { StatisticsModel } from './statistics';

/** What a print job keeps, frozen: the same bytes of meaning whenever it is printed. */
export type PrintContent =
  | { kind: 'card'; model: CardModel }
  | { kind: 'proxy-letter'; model: ProxyLetterModel }
  | { kind: 'evacuation'; model: EvacuationModel }
  | { kind: 'receipt'; model: ReceiptModel }
  | { kind: 'paper-cards'; model: PaperCardsModel }
  | { kind: 'letter'; model: LetterModel }
  | { kind: 'messages'; model: MessagesModel }
  | {
      kind: 'incident-report' | 'incident-sheet' | 'handbook' | 'contact-sheet' | 'meeting-sheet' | 'meeting-notes';
      model: IncidentPaperModel;
    }
  | { kind: 'forecast'; model: ForecastListModel }
  | { kind: 'briefing' | 'day-report' | 'hand-over' | 'handbook-book' | 'destruction'; model: SheetModel }
  | { kind: 'statistics'; model: StatisticsModel }
  | { kind: 'calibration'; model: CalibrationModel };
