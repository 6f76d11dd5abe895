import './dialogs.css';
import type { CallView, IncidentView } from '../../../shared/contract/incidents';
import type { TimelineEntry, TypedEntryKind } from '../../../shared/domain/incident';
import type { IncidentStep } from '../../../shared/domain/incident-plan';
import type { Settings } from '../../../shared/domain/settings';
import { MessagesDialog } from '../../messages/messages-dialog';
import { HandbookDialog } from '../handbook/handbook-dialog';
import { ReportDialog } from '../report/report-dialog';
import { TEXTS } from '../texts';
import { CallDialog } from './call-dialog';
import { ConductsDialog } from './conducts-dialog';
import { EntryDialog } from './entry-dialog';
import { FactsDialog } from './facts-dialog';
import { LevelDialog } from './level-dialog';
import { LookDialog } from './look-dialog';
import { MoreDialog } from './more-dialog';
import { PhotoDialog } from './photo-dialog';
import { RecordingDialog } from './recording-dialog';
import { ReviewDialog } from './review-dialog';
import { RollCallDialog } from './roll-call-dialog';
import { StepDialog } from './step-dialog';
import { TasksDialog } from './tasks-dialog';
import { TypeDialog } from './type-dialog';
import { VisitorsDialog } from './visitors-dialog';

/** The one question that stands open over the command view. */
export type Asking =
  | null
  | { kind: 'entry'; entry: TypedEntryKind }
  | { kind: 'correct'; entry: TimelineEntry }
  | { kind: 'call'; row: CallView }
  | { kind: 'step'; step: IncidentStep; outcome: 'done' | 'left-out' }
  | {
      kind:
        | 'level'
        | 'type'
        | 'conducts'
        | 'tasks'
        | 'facts'
        | 'visitors'
        | 'roll-call'
        | 'recording'
        | 'photo'
        | 'report'
        | 'handbook'
        | 'messages'
        | 'more';
    }
  | { kind: 'look'; attachmentId: string };

interface Props {
  asking: NonNullable<Asking>;
  incident: IncidentView;
  settings: Settings;
  now: () => number;
  readOnly: boolean;
  ask(next: Asking): void;
}

export function AskingDialog({ asking, incident, settings, now, readOnly, ask }: Props) {
  const onClose = (): void => ask(null);
  const { id } = incident;
  switch (asking.kind) {
    case 'entry':
      if (asking.entry === 'review') return <ReviewDialog incident={incident} settings={settings} onClose={onClose} />;
      return <EntryDialog key={asking.entry} id={id} kind={asking.entry} onClose={onClose} />;
    case 'correct':
      return (
        <EntryDialog
          id={id}
          kind="correction"
          form={{ title: `${TEXTS.correct}：${asking.entry.text}`, fields: [{ name: 'text', label: '正确的是', kind: 'text', max: 500 }] }}
          more={{ entryId: asking.entry.id } as never}
          onClose={onClose}
        />
      );
    case 'call':
      return <CallDialog incident={incident} row={asking.row} onClose={onClose} />;
    case 'step':
      return <StepDialog id={id} step={asking.step} outcome={asking.outcome} onClose={onClose} />;
    case 'level':
      return <LevelDialog incident={incident} onClose={onClose} />;
    case 'type':
      return <TypeDialog incident={incident} onClose={onClose} />;
    case 'conducts':
      return <ConductsDialog incident={incident} settings={settings.emergency} onClose={onClose} />;
    case 'tasks':
      return <TasksDialog incident={incident} now={now} minutes={settings.emergency.taskMinutes} readOnly={readOnly} onClose={onClose} />;
    case 'facts':
      return <FactsDialog incident={incident} readOnly={readOnly} onClose={onClose} />;
    case 'visitors':
      return <VisitorsDialog incident={incident} readOnly={readOnly} onClose={onClose} />;
    case 'roll-call':
      return <RollCallDialog incident={incident} onClose={onClose} />;
    case 'recording':
      return <RecordingDialog id={id} onClose={onClose} />;
    case 'photo':
      return <PhotoDialog id={id} onClose={onClose} />;
    case 'look':
      return <LookDialog attachmentId={asking.attachmentId} onClose={onClose} />;
    case 'report':
      return <ReportDialog incidentId={id} onClose={onClose} />;
    case 'handbook':
      return <HandbookDialog code={incident.code} incidentId={incident.review ? id : ''} onClose={onClose} />;
    case 'messages':
      return <MessagesDialog incidentId={id} onClose={onClose} />;
    case 'more':
      return <MoreDialog onPick={ask} onClose={onClose} />;
  }
}
