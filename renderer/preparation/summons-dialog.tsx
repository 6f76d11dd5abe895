import { useState } from 'react';
import type { PreparationItem, SummonsView } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { summonsStanding } from '../../shared/rules/summons';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useNow } from '../hooks/use-now';
import { AttendeeForm } from './attendee-form';
import { NotifyForm } from './notify-form';
import { TEXTS } from './texts';

const T = TEXTS.summons;
type Stage = { what: 'list' | 'notify' } | { what: 'answer' | 'arrive'; summons: SummonsView };

/** Departments asked to come for one matter: when they were told, who comes, when they were there (plan S06, S35). */
export function SummonsDialog({ item, settings, onClose }: { item: PreparationItem; settings: Settings; onClose(): void }) {
  const [stage, setStage] = useState<Stage>({ what: item.summons.length === 0 ? 'notify' : 'list' });
  const back = (): void => setStage({ what: 'list' });
  const notify = (): void => setStage({ what: 'notify' });
  useHotkeys(stage.what === 'list' ? { F4: notify } : {}, { inDialog: true });
  return (
    <Dialog title={T.title(item.who)} size="wide" stage={stage.what} onClose={stage.what === 'list' ? onClose : back}>
      {stage.what === 'list' && (
        <>
          <div className="dialog-body">
            {item.summons.length === 0 ? <p className="empty">{T.empty}</p> : <List rows={item.summons} onStage={setStage} />}
          </div>
          <div className="dialog-foot">
            <Button kind="primary" hint="F4" onClick={notify}>
              {T.new}
            </Button>
          </div>
        </>
      )}
      {stage.what === 'notify' && <NotifyForm item={item} settings={settings} onSaved={back} />}
      {(stage.what === 'answer' || stage.what === 'arrive') && <AttendeeForm act={stage.what} summons={stage.summons} onSaved={back} />}
    </Dialog>
  );
}

function List({ rows, onStage }: { rows: readonly SummonsView[]; onStage(stage: Stage): void }) {
  const now = useNow(5000);
  const time = (at: number | null): string => (at === null ? '—' : timeOf(at));
  return (
    <table className="table" aria-label={T.list}>
      <thead>
        <tr>
          {T.head.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { stage, elapsedMinutes, late } = summonsStanding(row, now);
          const { id, department, contact, phone, notifiedAt, answeredAt, arrivedAt, attendee, limitMinutes } = row;
          return (
            <tr key={id}>
              <td>
                <b>{department}</b> {attendee}
              </td>
              <td>{`${contact} ${phone}`}</td>
              <td>{time(notifiedAt)}</td>
              <td>{time(answeredAt)}</td>
              <td>{time(arrivedAt)}</td>
              <td>
                <Tag tone={late ? 'bad' : stage === 'arrived' ? 'good' : 'blue'}>{T.elapsed(elapsedMinutes, limitMinutes)}</Tag>
              </td>
              <td>
                {stage === 'notified' && (
                  <Button
                    className="button-small"
                    aria-label={T.of(T.answer, department)}
                    onClick={() => onStage({ what: 'answer', summons: row })}
                  >
                    {T.answer}
                  </Button>
                )}{' '}
                {stage !== 'arrived' && (
                  <Button
                    className="button-small"
                    aria-label={T.of(T.arrive, department)}
                    onClick={() => onStage({ what: 'arrive', summons: row })}
                  >
                    {T.arrive}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
