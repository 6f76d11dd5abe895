import { useState } from 'react';
import { PERSUADE_FIRST } from '../../shared/documents/meeting-sheet';
import type { PreparationDay, RoundView } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useMayAsk } from '../stores/session';
import { PatrolDialog } from './patrol-dialog';
import { TEXTS } from './texts';

const T = TEXTS.patrol;

/** The day's rounds: more of them once a matter is 高风险 (plan S15, S36). */
export function PatrolPanel({ day, settings }: { day: PreparationDay; settings: Settings }) {
  const may = useMayAsk('patrol.add');
  const [adding, setAdding] = useState(false);
  const { whole, focusList } = useListFocus(true);
  const add = (): void => setAdding(true);
  useHotkeys({ ...(may ? { F4: add } : {}), F8: focusList });
  const done = day.rounds.filter((round) => round.whole).length;
  return (
    <Panel
      title={T.list}
      className="organisation-panel"
      aside={
        <>
          <span className={done < day.roundsNeeded ? 'tone-warn' : 'tone-good'}>{T.needed(done, day.roundsNeeded)}</span>
          {day.items.some(({ grade }) => grade === 'high') && <Tag tone="bad">{T.high}</Tag>}
          {may && (
            <Button kind="primary" hint="F4" className="panel-end-button" onClick={add}>
              {T.new}
            </Button>
          )}
        </>
      }
    >
      <Notice level="info">{PERSUADE_FIRST}</Notice>
      <div className="organisation-row round-columns organisation-head" aria-hidden="true">
        {T.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div className="organisation-list" ref={whole}>
        <DataList label={T.list} rows={day.rounds} rowHeight={38} keyOf={({ id }) => id} empty={T.empty} onOpen={() => {}}>
          {(round) => <Row round={round} />}
        </DataList>
      </div>
      {adding && <PatrolDialog points={settings.preparation.points} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Row({ round: { at, staffName, points, note, whole } }: { round: RoundView }) {
  const faults = points.filter(({ state }) => state === 'fault').map(({ name }) => name);
  const words = [faults.length > 0 ? T.faults(faults.join('、')) : '', note].filter(Boolean).join('；');
  return (
    <div className="organisation-row round-columns">
      <span>{timeOf(at)}</span>
      <span>{staffName}</span>
      <span>
        <Tag tone={whole ? 'good' : 'bad'}>{whole ? T.whole : T.gaps}</Tag>
      </span>
      <span title={words}>{words || points.map(({ name }) => name).join('、')}</span>
    </div>
  );
}
