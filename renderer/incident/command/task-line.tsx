import type { IncidentView } from '../../../shared/contract/incidents';
import { Button } from '../../components/button';
import { Tag } from '../../components/panel';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

interface Props {
  incident: IncidentView;
  now: () => number;
  /** After so many minutes a task that nobody took is red. */
  minutes: number;
  onOpen(): void;
}

/** Tasks of the groups in one line: how many, how many nobody has taken yet. */
export function TaskLine({ incident, now, minutes, onOpen }: Props) {
  const elapsed = useTick(now, 5000);
  const open = incident.tasks.filter(({ acknowledged, doneElapsed }) => !acknowledged && doneElapsed === null);
  const late = open.some((task) => elapsed - task.elapsed > minutes * 60_000);
  return (
    <span className="side-line">
      <Button kind="quiet" hint="Alt+G" onClick={onOpen}>
        {TEXTS.tasks}
      </Button>
      <span>{TEXTS.taskCount(incident.tasks.length)}</span>
      {open.length > 0 && <Tag tone={late ? 'bad' : 'warn'}>{TEXTS.taskWaiting(open.length)}</Tag>}
    </span>
  );
}
