import { useEffect } from 'react';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { isImported } from '../../shared/rules/ledger-numbers';
import { KeyHint } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { TEXTS } from './texts';
import type { Found } from './use-find';

interface Props {
  id: string;
  found: Found;
  at: number;
  onOpen(visitId: string): void;
  /** What the keys do in this box. */
  keys?: readonly (readonly [keys: string, act: string])[];
}

/** The answers below the box. The box keeps the focus and names the active one. */
export function FoundList({ id, found, at, onOpen, keys = TEXTS.keys }: Props) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    // Which text this answers: for the bench, which waits for the answer to a keystroke.
    <div className="found" data-answers={found.text}>
      {found.error && <ErrorNotice error={found.error} />}
      <UnderstoodLine understood={found.understood} alone={found.rows.length > 0} />
      {!found.error && found.rows.length === 0 && <p className="empty">{TEXTS.none}</p>}
      <div id={id} role="listbox" aria-label={TEXTS.results} className="found-rows">
        {found.rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the box holds the focus
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className="found-row"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(row.id)}
          >
            <span className="found-number">{row.number}</span>
            <span className="found-name">
              {row.name} {row.heads > 1 && TEXTS.heads(row.heads)}
            </span>
            <span className="found-document">{row.docMasked}</span>
            <span className="found-summary">{row.summary}</span>
            <span className="found-tags">
              {isImported(row) && <Tag>{TEXTS.imported}</Tag>}
              {row.enteredAt !== null && <Tag>{TEXTS.backfilled}</Tag>}
              <Tag tone={row.state === 'void' ? 'bad' : 'plain'}>{VISIT_STATE_NAMES[row.state]}</Tag>
            </span>
          </div>
        ))}
      </div>
      {found.capped && <p className="found-more">{TEXTS.capped}</p>}
      {found.rows.length > 0 && (
        <p className="found-keys" aria-hidden="true">
          {keys.map(([key, act]) => (
            <span key={key}>
              <KeyHint keys={key} /> {act}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** How the words were taken. A name alone needs no saying, as long as somebody is found by it. */
function UnderstoodLine({ understood, alone }: { understood: Found['understood']; alone: boolean }) {
  if (understood.length === 0 || (alone && understood.every(({ as }) => as === 'person'))) return null;
  return (
    <p className="found-understood">
      {understood.map(({ as, text }) => (
        <Tag key={`${as} ${text}`} tone={as === 'no-such-day' ? 'bad' : 'plain'}>
          {TEXTS.understood[as]} {text}
        </Tag>
      ))}
    </p>
  );
}
