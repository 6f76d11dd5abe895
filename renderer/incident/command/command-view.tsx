import './command.css';
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { IncidentView } from '../../../shared/contract/incidents';
import type { IncidentStep } from '../../../shared/domain/incident-plan';
import type { Settings } from '../../../shared/domain/settings';
import { needsPersuasion } from '../../../shared/rules/incident-entry';
import { UnheardNotice } from '../../alarm/unheard-notice';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useLive } from '../../hooks/use-live';
import { useRequest } from '../../hooks/use-request';
import { useRunningClock } from '../../hooks/use-running-clock';
import { HandbookNotes } from '../handbook/handbook-notes';
import { TEXTS } from '../texts';
import { type Asking, AskingDialog } from './asking';
import { CALL_KEYS, CallList, inOrder } from './call-list';
import { CommandHead } from './command-head';
import { EndBar } from './end-bar';
import { EndHints } from './end-hints';
import { LineInput } from './line-input';
import { Proposals } from './proposals';
import { ReportLine } from './report-line';
import { nextStep, StepList } from './step-list';
import { TaskLine } from './task-line';
import { TimelinePanel } from './timeline-panel';
import { useAdding } from './use-adding';

interface Props {
  incident: IncidentView;
  settings: Settings;
  /** It stands over a dialog that was open when the key was pressed. */
  inDialog?: boolean;
}

/** What to do, what happened, who knows: everything of one incident, worked from the keyboard with the caret in 「时间线」. */
export function CommandView({ incident, settings, inDialog = false }: Props) {
  const { id, state } = incident;
  const over = state === 'lifted' || state === 'closed' || state === 'false-alarm';
  const now = useRunningClock('incident.clock', id, over ? (incident.liftedAt ?? null) : null);
  const timeline = useLive('incident.timeline', { id }).value;
  const adding = useAdding(id);
  const [asking, ask] = useState<Asking>(null);
  const printing = useRequest('incident.printSheet');
  const [printed, setPrinted] = useState(false);
  const line = useRef<HTMLInputElement>(null);
  const readOnly = over;
  const keys = { enabled: asking === null, inDialog };
  const calls = inOrder(incident.calls);

  const print = (): void => {
    if (printing.busy) return;
    void printing.run({ requestId: uuid(), id }).then(({ ok }) => setPrinted(ok));
  };
  const done = (step: IncidentStep): void => {
    if (needsPersuasion(incident, step)) {
      ask({ kind: 'step', step, outcome: 'done' });
      return;
    }
    void adding.add({ kind: 'step', stepId: step.id, outcome: 'done', reason: '', danger: false });
    if (step.kind === 'care') ask({ kind: 'visitors' });
    if (step.kind === 'evacuate') ask({ kind: 'roll-call' });
    line.current?.focus();
  };
  const next = nextStep(incident);
  useHotkeys(
    {
      'Alt+M': () => ask({ kind: 'more' }),
      'Alt+X': () => ask({ kind: 'conducts' }),
      'Alt+V': () => ask({ kind: 'visitors' }),
      'Alt+G': () => ask({ kind: 'tasks' }),
      'Alt+R': () => ask({ kind: 'report' }),
      'Alt+H': () => ask({ kind: 'handbook' }),
      'Alt+O': print,
      F8: () => line.current?.focus(),
      ...(!readOnly && {
        F3: () => ask({ kind: 'entry', entry: 'people' }),
        F4: () => ask({ kind: 'photo' }),
        F7: () => ask({ kind: 'level' }),
        'Alt+T': () => ask({ kind: 'type' }),
        ...(next && { 'Alt+Enter': () => done(next), 'Alt+N': () => ask({ kind: 'step', step: next, outcome: 'left-out' }) }),
        ...Object.fromEntries(
          CALL_KEYS.map((key, i) => [
            `Alt+${key}`,
            () => {
              const row = calls[i];
              if (row) ask({ kind: 'call', row });
            },
          ]),
        ),
      }),
    },
    keys,
  );

  return (
    <div className={`command ${incident.drill ? 'command-drill' : ''}`}>
      {incident.drill && <p className="drill-mark">{TEXTS.drillBanner}</p>}
      <CommandHead
        incident={incident}
        now={now}
        neutral={settings.emergency.neutralTitle}
        onType={() => ask({ kind: 'type' })}
        onLevel={() => ask({ kind: 'level' })}
        onPeople={() => ask({ kind: 'entry', entry: 'people' })}
      />
      {(state === 'active' || state === 'controlled') && <UnheardNotice />}
      <Proposals incident={incident} settings={settings.emergency} now={now} adding={adding} keys={keys} />
      <EndHints incident={incident} settings={settings} />
      {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
      {printed && (
        <Notice level="good" onDismiss={() => setPrinted(false)}>
          {TEXTS.printed}
        </Notice>
      )}
      {!incident.plan && state !== 'false-alarm' && (
        <Notice
          level="warning"
          actions={
            <Button kind="primary" hint="Alt+T" onClick={() => ask({ kind: 'type' })}>
              {TEXTS.chooseType}
            </Button>
          }
        >
          {TEXTS.typeMissing}
        </Notice>
      )}
      <div className="command-main">
        <div className="command-left">
          <StepList
            incident={incident}
            now={now}
            readOnly={readOnly}
            onDone={done}
            onLeaveOut={(step) => ask({ kind: 'step', step, outcome: 'left-out' })}
          />
          {incident.code !== '' && <HandbookNotes code={incident.code} />}
        </div>
        <Panel title={TEXTS.timeline} className="command-timeline" aside={<span className="panel-end">{TEXTS.onlyAdded}</span>}>
          <TimelinePanel
            entries={timeline?.entries ?? []}
            onCorrect={(entry) => ask({ kind: 'correct', entry })}
            onLook={(attachmentId) => ask({ kind: 'look', attachmentId })}
          />
          {state !== 'closed' && state !== 'false-alarm' && <LineInput id={id} field={line} />}
          <p className="line-keys">
            {!readOnly && (
              <Button kind="quiet" hint="F4" onClick={() => ask({ kind: 'photo' })}>
                {TEXTS.photo}
              </Button>
            )}
            {!readOnly && (
              <Button kind="quiet" hint="F3" onClick={() => ask({ kind: 'entry', entry: 'people' })}>
                {TEXTS.people}
              </Button>
            )}
            <Button kind="quiet" hint="Alt+X" onClick={() => ask({ kind: 'conducts' })}>
              {TEXTS.conducts}
            </Button>
            <Button kind="quiet" hint="Alt+V" onClick={() => ask({ kind: 'visitors' })}>
              {TEXTS.visitors}
            </Button>
            <Button kind="quiet" hint="Alt+M" onClick={() => ask({ kind: 'more' })}>
              {TEXTS.more}
            </Button>
          </p>
        </Panel>
        <div className="command-side">
          <CallList incident={incident} now={now} keys={!readOnly} onCall={(row) => ask({ kind: 'call', row })} />
          <div className="side-acts">
            <ReportLine incident={incident} now={now} onOpen={() => ask({ kind: 'report' })} />
            <TaskLine incident={incident} now={now} minutes={settings.emergency.taskMinutes} onOpen={() => ask({ kind: 'tasks' })} />
            <Button kind="quiet" hint="Alt+O" disabled={printing.busy} onClick={print}>
              {TEXTS.print}
            </Button>
          </div>
          <EndBar state={state} keys={keys} ask={ask} />
        </div>
      </div>
      {asking && <AskingDialog asking={asking} incident={incident} settings={settings} now={now} readOnly={readOnly} ask={ask} />}
    </div>
  );
}
