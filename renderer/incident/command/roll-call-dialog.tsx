import type { IncidentView } from '../../../shared/contract/incidents';
import { whoOf } from '../../../shared/documents/evacuation';
import type { EvacuationEntry } from '../../../shared/domain/hall';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice, Notice } from '../../components/notice';
import { Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/**
 * Outside, place by place: who was found and who is missing. What is counted is kept in the timeline, so that another
 * desk or a restart goes on from it. A visit that is found in part has a number of its own.
 */
export function RollCallDialog({ incident, onClose }: { incident: IncidentView; onClose(): void }) {
  const list = useAnswer('evacuation.list', {});
  const print = useRequest('evacuation.print');
  const adding = useAdding(incident.id);
  useHotkeys({ F5: list.reload, F7: () => void print.run({}) }, { inDialog: true });
  const places = list.value?.places ?? [];
  // A visit whose people are in two places stands in both; it is counted once.
  const heads = new Map<string, number>();
  for (const { entries } of places) for (const entry of entries) heads.set(entry.visitId, (heads.get(entry.visitId) ?? 0) + entry.heads);
  const total = [...heads.values()].reduce((sum, n) => sum + n, 0);
  const found = [...heads].reduce((sum, [id, n]) => sum + Math.min(n, incident.found[id] ?? 0), 0);
  const count = (visitId: string, n: number): void => void adding.add({ kind: 'found', visitId, heads: Math.max(0, n) });
  return (
    <Dialog
      title={TEXTS.rollCall}
      size="wide"
      onClose={onClose}
      aside={
        <strong role="status" className={found < total ? 'tone-bad' : 'tone-good'}>
          {TEXTS.foundOf(found, total)} {found < total ? TEXTS.missing(total - found) : TEXTS.allFound}
        </strong>
      }
    >
      <div className="dialog-body roll-call">
        {list.error && <ErrorNotice error={list.error} />}
        {print.error && <ErrorNotice error={print.error} />}
        {adding.error && <ErrorNotice error={adding.error} />}
        {list.value?.total === 0 && <Notice level="info">{TEXTS.nobodyInside}</Notice>}
        {places
          .filter((place) => place.entries.length > 0)
          .map((place) => (
            <section key={place.id} aria-label={place.name}>
              <h3>{place.name}</h3>
              <ul>
                {place.entries.map((entry) => (
                  <Row
                    key={entry.visitId}
                    entry={entry}
                    of={heads.get(entry.visitId) ?? entry.heads}
                    found={incident.found[entry.visitId] ?? 0}
                    onCount={count}
                  />
                ))}
              </ul>
            </section>
          ))}
      </div>
      <div className="dialog-foot">
        <Button hint="F5" onClick={list.reload}>
          {TEXTS.refresh}
        </Button>
        <Button kind="primary" hint="F7" onClick={() => void print.run({})}>
          {TEXTS.printList}
        </Button>
      </div>
    </Dialog>
  );
}

function Row({
  entry,
  of,
  found,
  onCount,
}: {
  entry: EvacuationEntry;
  of: number;
  found: number;
  onCount(visitId: string, heads: number): void;
}) {
  const all = found >= of;
  return (
    <li className={all ? 'found-all' : ''}>
      <b>{entry.queueNumber}</b>
      <span className="found-who">{whoOf(entry)}</span>
      {entry.needsHelp && <Tag tone="warn">{TEXTS.help}</Tag>}
      <span className={all ? 'tone-good' : 'tone-bad'}>{TEXTS.foundOf(found, of)}</span>
      {of > 1 && (
        <>
          <Button aria-label={`${entry.queueNumber} 少一人`} disabled={found === 0} onClick={() => onCount(entry.visitId, found - 1)}>
            −
          </Button>
          <Button aria-label={`${entry.queueNumber} 多一人`} disabled={all} onClick={() => onCount(entry.visitId, found + 1)}>
            +
          </Button>
        </>
      )}
      <Button aria-pressed={all} aria-label={`${entry.queueNumber} 找到`} onClick={() => onCount(entry.visitId, all ? 0 : of)}>
        {TEXTS.allHere}
      </Button>
    </li>
  );
}
