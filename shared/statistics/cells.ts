import type { Cell, Figure, StatRow } from '../domain/statistics';
import { type Told, untold } from './change';

/** 「暂无记录」: the program keeps no record of it, which is not the same as nought. */
export const NO_RECORD = '暂无记录';

const cell = (over: Partial<Cell>): Cell => ({ text: '', value: null, kind: 'text', reason: '', pending: false, figure: null, ...over });

export const words = (text: string, reason = ''): Cell => cell({ text, reason });
export const blank = (): Cell => words('');
export const noRecord = (why: string): Cell => words(NO_RECORD, why);
/** The period's records are still being walked. */
export const pending = (): Cell => cell({ text: '…', pending: true });

/** A number of records or heads; nought has no records to look at. */
export const count = (value: number, figure: Figure | null = null): Cell =>
  cell({ text: String(value), value, kind: 'count', figure: value > 0 ? figure : null });

export const share = ({ text, value, reason }: Told): Cell => cell({ text, value, reason, kind: 'share' });
export const amount = ({ text, value, reason }: Told): Cell => cell({ text, value, reason, kind: 'amount' });
export const dash = (reason: string): Cell => share(untold(reason));

export const row = (label: string, cells: readonly Cell[], level: 0 | 1 = 0): StatRow => ({ label, level, cells: [...cells] });
