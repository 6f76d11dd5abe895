import './evacuation.css';
import { useState } from 'react';
import { whoOf } from '../../shared/documents/evacuation';
import type { EvacuationEntry } from '../../shared/domain/hall';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';
import { usePrintEvacuation } from './use-print-evacuation';

/**
 * Who must come out, place by place, over whatever screen was open: F10 shows it, Enter prints it. Ticks are for whoever
 * stands outside with this screen; they are not kept.
 */
export function EvacuationDialog({ onClose }: { onClose(): void }) {
  const list = useAnswer('evacuation.list', {});
  const { print, busy, printed, error } = usePrintEvacuation();
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  useHotkeys({ F5: list.reload, F7: () => void print() }, { inDialog: true });
  const value = list.value;
  const keyOf = (placeId: string, { visitId }: EvacuationEntry): string => `${placeId}/${visitId}`;
  const headsFound = value?.places
    .flatMap((place) => place.entries.filter((e) => found.has(keyOf(place.id, e))))
    .reduce((sum, e) => sum + e.heads, 0);
  const toggle = (key: string): void =>
    setFound((was) => {
      const next = new Set(was);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <Dialog
      title={TEXTS.title}
      size="wide"
      onClose={onClose}
      aside={
        value && (
          <>
            <strong className="evacuation-total">{TEXTS.total(value.total)}</strong>
            {value.unnamed > 0 && <span>{TEXTS.unnamed(value.unnamed)}</span>}
            <span className="tone-quiet">{TEXTS.at(stampOf(value.at).slice(11))}</span>
          </>
        )
      }
    >
      <div className="dialog-body evacuation">
        {list.error && <ErrorNotice error={list.error} />}
        {error && <ErrorNotice error={error} />}
        <div role="status">{printed && <Notice level="good">{printed}</Notice>}</div>
        {value?.total === 0 && <p className="empty">{TEXTS.empty}</p>}
        {value?.places.map((place) => (
          <section key={place.id} aria-label={place.name}>
            <h3>
              {place.name} <b>{TEXTS.heads(place.heads)}</b>
              {place.unnamed > 0 && <small>（{TEXTS.unnamed(place.unnamed)}）</small>}
            </h3>
            <ul>
              {place.entries.map((entry) => (
                <Entry
                  key={entry.visitId}
                  entry={entry}
                  found={found.has(keyOf(place.id, entry))}
                  onToggle={() => toggle(keyOf(place.id, entry))}
                />
              ))}
            </ul>
          </section>
        ))}
        {value && value.earlier.length > 0 && (
          <section>
            <h3 className="tone-quiet">{TEXTS.earlier}</h3>
            <p className="tone-quiet">{value.earlier.map((entry) => `${entry.queueNumber} ${whoOf(entry)}`).join('；')}</p>
          </section>
        )}
      </div>
      <div className="dialog-foot">
        {value && value.total > 0 && <span className="evacuation-found">{TEXTS.found(headsFound ?? 0, value.total)}</span>}
        <Button hint="F5" onClick={list.reload}>
          {TEXTS.refresh}
        </Button>
        <Button kind="primary" hint="F7" data-autofocus disabled={busy} onClick={() => void print()}>
          {TEXTS.print}
        </Button>
      </div>
    </Dialog>
  );
}

function Entry({ entry, found, onToggle }: { entry: EvacuationEntry; found: boolean; onToggle(): void }) {
  return (
    <li className={found ? 'evacuation-out' : ''}>
      <label>
        <input type="checkbox" checked={found} onChange={onToggle} />
        <b>{entry.queueNumber}</b>
        <span className="evacuation-who">{whoOf(entry)}</span>
      </label>
      {entry.needsHelp && <Tag tone="warn">{TEXTS.help}</Tag>}
      <span className="tone-quiet">{VISIT_STATE_NAMES[entry.state]}</span>
      <span>{TEXTS.heads(entry.heads)}</span>
    </li>
  );
}
