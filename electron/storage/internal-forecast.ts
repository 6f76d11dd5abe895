import type { ForecastChannel } from '../../shared/domain/forecast';
import type { ForecastMapping } from '../../shared/rules/forecast-columns';
import type { ForecastRecord } from '../../shared/rules/forecast-record';
import type { PrintJob } from './internal-printing';

/** Calls about the forecast, of the main process's own services. */
export interface ForecastRequests {
  /** 预警清单 as it was published, with its receipts so far. */
  'internal.print.forecast': { input: { id: string }; output: PrintJob };
  /** Which of these stand in the forecast already. */
  'internal.forecast.known': { input: { items: { date: string; who: string; demand: string }[] }; output: boolean[] };
  /** Columns as they were chosen for earlier lists, the newest first. */
  'internal.forecast.mappings': { input: null; output: { heads: string; mapping: ForecastMapping }[] };
  /** All lines as one batch; `repeats` are those of the file itself, for the count. */
  'internal.forecast.import': {
    input: {
      fileName: string;
      heads: string;
      mapping: ForecastMapping;
      channel: ForecastChannel;
      records: ForecastRecord[];
      lines: number;
      refused: number;
      repeats: number;
    };
    output: { imported: number; duplicates: number };
  };
}
