import type { DeadlineCode } from '../domain/deadlines';
import { DEADLINE_CODES } from '../domain/deadlines';
import { deadline } from './deadlines';
import type { WorkingDays } from './working-days';

/** An open promise as it was computed when it was given. */
export interface OpenPromise {
  id: string;
  code: string;
  start: string;
  due: string;
  provisional: boolean;
  /** As it was promised: a unit that shortens its periods changes no promise that was given. */
  length: number;
}
export interface MovedPromise {
  id: string;
  due: string;
  provisional: boolean;
}

const isCode = (code: string): code is DeadlineCode => (DEADLINE_CODES as readonly string[]).includes(code);

/**
 * Open promises whose day, or whose 「暂定」, is another by this calendar: computing again is the same as computing afresh.
 * What was promised on paper before the calendar was known moves with the calendar, and the list of it is shown.
 */
export function recompute(open: readonly OpenPromise[], calendar: WorkingDays): MovedPromise[] {
  return open.flatMap(({ id, code, start, due, provisional, length }) => {
    if (start === '' || !isCode(code)) return [];
    const now = deadline(code, start, calendar, { lengths: { [code]: length } });
    return now.due === due && now.provisional === provisional ? [] : [{ id, due: now.due, provisional: now.provisional }];
  });
}
