import type { ResultKind } from '../../../shared/domain/disposal';
import type { Settings } from '../../../shared/domain/settings';
import { DEADLINE_KINDS } from '../../../shared/rules/deadline-kinds';
import { deadlineText, periodText } from '../../../shared/rules/deadlines';
import { useAnswer } from '../../hooks/use-request';

interface Props {
  result: ResultKind;
  acceptedOn: string;
  simple: boolean;
  settings: Settings;
}

/** Both clocks, in dates, before the answer is given. */
export function Promises({ result, acceptedOn, simple, settings }: Props) {
  const { value = [] } = useAnswer('interview.promises', { result, acceptedOn, simple });
  if (value.length === 0) return null;
  return (
    <dl className="promises">
      {value.map((each) => (
        <div key={each.code}>
          <dt>
            {periodText(each.code, settings.deadlines)}内{DEADLINE_KINDS[each.code].name}
            <small>{DEADLINE_KINDS[each.code].basis}</small>
          </dt>
          <dd className={each.provisional || each.better ? 'tone-warn' : ''}>{deadlineText(each, settings.deadlines)}</dd>
        </div>
      ))}
    </dl>
  );
}
