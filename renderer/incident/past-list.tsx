import { useState } from 'react';
import { levelName } from '../../shared/domain/emergency';
import { INCIDENT_STATE_NAMES } from '../../shared/domain/incident';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { DrillDialog } from './drill-dialog';
import { HandbookDialog } from './handbook/handbook-dialog';
import { TEXTS as HANDBOOK } from './handbook/texts';
import { TEXTS } from './texts';

/** What happened before, newest first; drills and real ones never in one list. */
export function PastList({ onOpen }: { onOpen(id: string): void }) {
  const [drill, setDrill] = useState(false);
  const [starting, setStarting] = useState(false);
  const [reading, setReading] = useState(false);
  const rows = useLive('incident.list', { drill }).value ?? [];
  useHotkeys(
    { 'Alt+D': () => setStarting(true), 'Alt+S': () => setDrill(!drill), 'Alt+H': () => setReading(true) },
    { enabled: !starting },
  );
  return (
    <Panel
      title={drill ? TEXTS.drills : TEXTS.past}
      className="incident-past"
      aside={
        <span className="panel-end panel-acts">
          <Button hint="Alt+H" onClick={() => setReading(true)}>
            {HANDBOOK.notes}
          </Button>
          <Button kind="quiet" hint="Alt+S" onClick={() => setDrill(!drill)}>
            {drill ? TEXTS.showReal : TEXTS.showDrills}
          </Button>
          <Button hint="Alt+D" onClick={() => setStarting(true)}>
            {TEXTS.startDrill}
          </Button>
        </span>
      }
    >
      {rows.length === 0 && <p className="empty">{TEXTS.noPast}</p>}
      <ul className="incident-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="incident-open" onClick={() => onOpen(row.id)}>
              <span>{row.number}</span>
              <span>{stampOf(row.raisedAt).slice(0, 16)}</span>
              <b>{row.name || TEXTS.noType}</b>
              <span>{levelName(row.level)}</span>
              <Tag tone={row.state === 'active' ? 'bad' : row.state === 'controlled' ? 'warn' : 'plain'}>
                {INCIDENT_STATE_NAMES[row.state]}
              </Tag>
            </button>
          </li>
        ))}
      </ul>
      {reading && <HandbookDialog onClose={() => setReading(false)} />}
      {starting && <DrillDialog onBegun={onOpen} onClose={() => setStarting(false)} />}
    </Panel>
  );
}
