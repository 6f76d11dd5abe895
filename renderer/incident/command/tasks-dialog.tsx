import { useState } from 'react';
import type { IncidentView, TaskView } from '../../../shared/contract/incidents';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';
import { EntryDialog } from './entry-dialog';
import { useAdding } from './use-adding';

interface Props {
  incident: IncidentView;
  now: () => number;
  /** Minutes after which a task that nobody took is red (plan S03b). */
  minutes: number;
  readOnly: boolean;
  onClose(): void;
}

/** Groups with their tasks: who took it, since when nobody did, what is done. */
export function TasksDialog({ incident, now, minutes, readOnly, onClose }: Props) {
  const adding = useAdding(incident.id);
  const [person, setPerson] = useState('');
  const [asking, setAsking] = useState(false);
  useHotkeys({ 'Alt+T': () => setAsking(true) }, { inDialog: true, enabled: !asking && !readOnly });
  const errors = adding.error?.fields ?? {};
  return (
    <Dialog title={TEXTS.tasks} size="wide" onClose={onClose}>
      <div className="dialog-body">
        {adding.error && !errors['entry.person'] && <ErrorNotice error={adding.error} />}
        {!readOnly && (
          <TextField
            label={TEXTS.takenBy}
            data-autofocus
            maxLength={30}
            value={person}
            error={errors['entry.person']}
            onChange={(event) => setPerson(event.target.value)}
          />
        )}
        {incident.tasks.length === 0 && <p className="empty">{TEXTS.noTasks}</p>}
        <ul className="tasks">
          {incident.tasks.map((task) => (
            <li key={task.id}>
              <b>{TEXTS.group(task.group)}</b>
              <span>{task.text}</span>
              <TaskState task={task} now={now} minutes={minutes} />
              {!readOnly && !task.acknowledged && (
                <Button onClick={() => void adding.add({ kind: 'task-acknowledged', taskId: task.id, person })}>{TEXTS.take}</Button>
              )}
              {!readOnly && task.doneElapsed === null && (
                <Button kind="quiet" onClick={() => void adding.add({ kind: 'task-done', taskId: task.id, text: '' })}>
                  {TEXTS.finish}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="dialog-foot">
        {!readOnly && (
          <Button kind="primary" hint="Alt+T" onClick={() => setAsking(true)}>
            {TEXTS.newTask}
          </Button>
        )}
      </div>
      {asking && <EntryDialog id={incident.id} kind="task" onClose={() => setAsking(false)} />}
    </Dialog>
  );
}

function TaskState({ task, now, minutes }: { task: TaskView; now: () => number; minutes: number }) {
  const elapsed = useTick(now, 1000);
  if (task.doneElapsed !== null) return <Tag tone="good">{TEXTS.taskDone}</Tag>;
  if (task.acknowledged) return <Tag tone="blue">{TEXTS.taskTaken(task.acknowledged.person)}</Tag>;
  const waiting = elapsed - task.elapsed;
  return <Tag tone={waiting > minutes * 60_000 ? 'bad' : 'warn'}>{`${TEXTS.taskOpen} ${TEXTS.clock(waiting)}`}</Tag>;
}
