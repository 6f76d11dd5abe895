import './handbook.css';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import { Panel } from '../../components/panel';
import { useLive } from '../../hooks/use-live';
import { TEXTS } from './texts';

/** What was learned from earlier incidents of this type, in force; nothing at all where there is nothing. */
export function HandbookNotes({ code }: { code: IncidentCode }) {
  const inForce = (useLive('handbook.list', { code }).value ?? []).filter(({ state }) => state === 'in-force');
  if (inForce.length === 0) return null;
  return (
    <Panel title={TEXTS.notes} className="handbook-notes">
      {inForce.map(({ id, title, body }, i) => (
        <details key={id} open={i === 0}>
          <summary>{title}</summary>
          <p className="handbook-body">{body}</p>
        </details>
      ))}
    </Panel>
  );
}
