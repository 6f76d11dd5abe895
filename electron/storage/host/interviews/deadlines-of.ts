import type { Deadline, DeadlineCode } from '../../../../shared/domain/deadlines';
import type { Disposal } from '../../../../shared/domain/disposal';
import type { Settings } from '../../../../shared/domain/settings';
import { DEADLINE_KINDS } from '../../../../shared/rules/deadline-kinds';
import { deadline } from '../../../../shared/rules/deadlines';
import { RESULT_RULES } from '../../../../shared/rules/disposal';
import { unitCalendar } from '../../../../shared/rules/working-days';

/**
 * All clocks of a result. The 60 days run only once 受理 is entered, the unit's 5 working days once it has the matter;
 * until then they are told in words, without a date.
 */
export function deadlinesOf(
  choice: Pick<Disposal, 'result' | 'acceptedOn' | 'simple'>,
  told: string,
  settings: Pick<Settings, 'calendar' | 'deadlines'>,
): Deadline[] {
  const calendar = unitCalendar(settings.calendar);
  const start = (code: DeadlineCode): string => {
    const event = DEADLINE_KINDS[code].start;
    if (event === 'accepted') return choice.acceptedOn;
    return event === 'transferred' ? '' : told;
  };
  const codes = RESULT_RULES[choice.result].deadlines.map((code): DeadlineCode => (code === 'D5' && choice.simple ? 'D11' : code));
  return codes.map((code) => deadline(code, start(code), calendar, settings.deadlines));
}
