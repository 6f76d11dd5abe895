import type { InterviewView } from '../../../shared/contract/interviews';
import { type Disposal, RESULT_NAMES } from '../../../shared/domain/disposal';
import { namedDay } from '../../../shared/rules/time';
import { Facts } from '../../components/panel';
import { TEXTS } from '../texts';

/** The result as it was given, and what it promised. */
export function DisposalText({ disposal, promises }: { disposal: Disposal; promises: InterviewView['promises'] }) {
  const { target } = disposal;
  const all: [string, string][] = [
    [TEXTS.result, RESULT_NAMES[disposal.result]],
    [TEXTS.answer, disposal.answer],
    [TEXTS.noBasis, disposal.noBasisReason],
    [TEXTS.department, disposal.department],
    [TEXTS.target, [target.name, target.address, target.phone].filter(Boolean).join('，')],
    [TEXTS.reason, disposal.reason],
    [TEXTS.article, disposal.article],
    [TEXTS.decisionNo, disposal.decisionNo],
    [TEXTS.acceptedOn, disposal.acceptedOn],
    [TEXTS.opinion, disposal.opinion],
  ];
  return (
    <>
      <Facts items={all.filter(([, value]) => value !== '')} className="disposal" />
      {promises.length > 0 && (
        <dl className="promises disposal">
          {promises.map(({ label, due, provisional, state }) => (
            <div key={label} className={state === 'open' ? '' : 'tone-quiet'}>
              <dt>
                {label}
                <small>{TEXTS.promiseStates[state]}</small>
              </dt>
              <dd>
                {namedDay(due)}
                {provisional && TEXTS.provisional}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
