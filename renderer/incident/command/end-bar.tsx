import type { IncidentView } from '../../../shared/contract/incidents';
import type { TypedEntryKind } from '../../../shared/domain/incident';
import { Button } from '../../components/button';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';
import type { Asking } from './asking';

interface Act {
  entry: TypedEntryKind;
  label: string;
  key: string;
  kind?: 'primary' | 'danger';
}

const FALSE_ALARM: Act = { entry: 'false-alarm', label: TEXTS.falseAlarm, key: 'Alt+U' };
/** What moves the incident towards its end, by where it stands. */
const ACTS: Partial<Record<IncidentView['state'], readonly Act[]>> = {
  active: [FALSE_ALARM, { entry: 'controlled', label: TEXTS.controlled, key: 'Alt+K', kind: 'primary' }],
  controlled: [
    FALSE_ALARM,
    { entry: 'uncontrolled', label: TEXTS.uncontrolled, key: 'Alt+B' },
    { entry: 'lifted', label: TEXTS.lifted, key: 'Alt+K', kind: 'primary' },
  ],
  lifted: [
    { entry: 'whereabouts', label: TEXTS.whereabouts, key: 'Alt+Q' },
    { entry: 'summary', label: TEXTS.summary, key: 'Alt+J' },
    { entry: 'review', label: TEXTS.review, key: 'Alt+P' },
    { entry: 'closed', label: TEXTS.close, key: 'Alt+K', kind: 'primary' },
  ],
  closed: [
    { entry: 'summary', label: TEXTS.summary, key: 'Alt+J' },
    { entry: 'review', label: TEXTS.review, key: 'Alt+P' },
  ],
};

export function EndBar({
  state,
  keys,
  ask,
}: {
  state: IncidentView['state'];
  keys: { enabled: boolean; inDialog: boolean };
  ask(next: Asking): void;
}) {
  const acts = ACTS[state] ?? [];
  useHotkeys(Object.fromEntries(acts.map(({ key, entry }) => [key, () => ask({ kind: 'entry', entry })])), keys);
  return (
    <div className="end-bar">
      {acts.map(({ entry, label, key, kind }) => (
        <Button key={entry} kind={kind} hint={key} onClick={() => ask({ kind: 'entry', entry })}>
          {label}
        </Button>
      ))}
    </div>
  );
}
