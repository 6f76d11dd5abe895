import './plans.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PlanStanding } from '../../shared/contract/incident-plans';
import { type IncidentCode, SHIPPED_EDITION } from '../../shared/domain/incident-plan';
import { stampOf } from '../../shared/rules/time';
import { TEXTS as t } from './plans-texts';
import { TEXTS as SETTINGS } from './texts';

interface Props {
  standings: readonly PlanStanding[];
  /** The row where the keyboard begins: the one that was open. */
  begin: IncidentCode;
  touched: ReadonlySet<IncidentCode>;
  onOpen(code: IncidentCode): void;
}

/** Each type with its edition and whether a draft waits; one row has the focus, the arrows move it. */
export function PlansList({ standings, begin, touched, onOpen }: Props) {
  const [at, setAt] = useState(begin);
  const rows = useRef<HTMLTableSectionElement>(null);
  const came = useRef(false);
  // Back from an editor the focus is where it was; on a tab that was just chosen it stays on the tab.
  useEffect(() => {
    if (came.current || standings.length === 0) return;
    came.current = true;
    if (document.activeElement === document.body) rows.current?.querySelector<HTMLElement>(`[data-code="${begin}"] button`)?.focus();
  }, [standings.length, begin]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const codes = standings.map(({ code }) => code);
    const now = codes.indexOf(at);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: codes.length - 1 }[event.key];
    const next = to === undefined ? undefined : codes[Math.max(0, Math.min(to, codes.length - 1))];
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    rows.current?.querySelector<HTMLElement>(`[data-code="${next}"] button`)?.focus();
  };
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{SETTINGS.tabs.plans}</h2>
        <span className="panel-end">{t.intro}</span>
      </header>
      <div className="setting-body">
        <table className="table plans" aria-label={t.list}>
          <thead>
            <tr>
              {t.listHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody ref={rows} onKeyDown={onKeyDown}>
            {standings.map(({ code, inForce, draft }) => (
              <tr key={code} data-code={code} onClick={() => onOpen(code)}>
                <td>{code}</td>
                <td>
                  <button type="button" className="button button-quiet" tabIndex={code === at ? 0 : -1} onFocus={() => setAt(code)}>
                    {inForce.plan.name}
                  </button>
                </td>
                <td>{inForce.plan.neutral}</td>
                <td>{inForce.plan.digit}</td>
                <td>{t.edition(inForce.edition)}</td>
                <td className={draft ? 'tone-warn' : ''}>
                  {draft ? t.draftWaits(draft.edition) : t.inForce}
                  {touched.has(code) && ` · ${SETTINGS.unsaved}`}
                </td>
                <td>
                  {inForce.edition === SHIPPED_EDITION ? t.shipped : t.approvedBy(inForce.approvedName, stampOf(inForce.approvedAt ?? 0))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
