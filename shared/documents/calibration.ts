import { stampOf } from '../rules/time';

export interface CalibrationFacts {
  unitName: string;
  printer: string;
  /** ms UTC */
  at: number;
  demo: boolean;
}

/** What a calibration page says; its rulers are the template's, its offsets those of the printer's profile. */
export interface CalibrationModel {
  title: string;
  unitName: string;
  printer: string;
  /** `YYYY-MM-DD HH:mm` */
  printedAt: string;
  demo: boolean;
}

export const buildCalibration = ({ unitName, printer, at, demo }: CalibrationFacts): CalibrationModel =>
  Object.freeze({ title: '打印校准页', unitName, printer, printedAt: stampOf(at).slice(0, 16), demo });
