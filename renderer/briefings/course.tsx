import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { BRIEFING_ACT_NAMES, type BriefingView } from '../../shared/domain/briefing';
import { dayOf, longDay, stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Tag } from '../components/panel';
import { useRequest } from '../hooks/use-request';
import { go } from '../stores/route';
import { TEXTS } from './texts';
import { WordsDialog } from './words-dialog';

/** 办理: what was done with it, and the leaders' instructions with their days. */
export function Course({ briefing, onSaid }: { briefing: BriefingView; onSaid(said: string): void }) {
  const [carrying, setCarrying] = useState<string | null>(null);
  const carried = useRequest('briefing.carryOut');
  const carry = (promiseId: string): void => {
    carried.clear();
    setCarrying(promiseId);
  };
  return (
    <div className="briefing-course">
      <h3>{TEXTS.instructions}</h3>
      {briefing.instructions.length === 0 && <p className="tone-quiet">{TEXTS.noInstructions}</p>}
      {briefing.instructions.map((each) => (
        <section key={each.id} className="briefing-instruction">
          <p>
            <b>{each.leader}</b>：{each.text}
          </p>
          <p className="tone-quiet">
            {each.department}，{TEXTS.dueBy(longDay(each.due))}
          </p>
          <ul>
            {each.items.map((item) => (
              <li key={item.promiseId}>
                {item.title}{' '}
                {item.state === 'kept' ? (
                  <Tag tone="good">{TEXTS.kept2(item.keptAt === null ? '' : dayOf(item.keptAt))}</Tag>
                ) : (
                  <Tag tone={item.overdue ? 'bad' : 'blue'}>{item.overdue ? TEXTS.overdue : TEXTS.running}</Tag>
                )}{' '}
                {item.state === 'open' &&
                  (item.matterId === '' ? (
                    <Button kind="quiet" onClick={() => carry(item.promiseId)}>
                      {TEXTS.carryOut}
                    </Button>
                  ) : (
                    <Button kind="quiet" onClick={() => go('supervision')}>
                      {TEXTS.inSupervision}
                    </Button>
                  ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3>{TEXTS.acts}</h3>
      <ol>
        {briefing.acts.map(({ id, kind, at, name, text }) => (
          <li key={id}>
            {stampOf(at).slice(0, 16)} <b>{BRIEFING_ACT_NAMES[kind]}</b> {name} {text}
          </li>
        ))}
      </ol>
      {carrying && (
        <WordsDialog
          title={TEXTS.carryOut}
          label={TEXTS.carried}
          draft={`briefing-carried:${carrying}`}
          field="text"
          most={1000}
          busy={carried.busy}
          error={carried.error}
          onSubmit={async (text) => {
            const result = await carried.run({ requestId: uuid(), id: briefing.id, promiseId: carrying, text });
            if (result.ok) onSaid(TEXTS.carriedNow);
            return result.ok;
          }}
          onClose={() => setCarrying(null)}
        />
      )}
    </div>
  );
}
