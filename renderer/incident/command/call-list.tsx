import './calls.css';
import type { CallView, IncidentView } from '../../../shared/contract/incidents';
import { minutesLate } from '../../../shared/rules/incident-facts';
import { KeyHint } from '../../components/button';
import { Panel, Tag } from '../../components/panel';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

/** So far away is what nobody asked for. */
const NEVER = Number.MAX_SAFE_INTEGER / 2;
/** Rows that have a key of their own. */
export const CALL_KEYS = ['1', '2', '3', '4', '5', '6'] as const;

interface Props {
  incident: IncidentView;
  now: () => number;
  onCall(row: CallView): void;
  keys: boolean;
}

/** Those who do not know yet, the most pressing first, then those who do. */
export const inOrder = (calls: readonly CallView[]): CallView[] => [
  ...calls.filter(({ toldAt, when }) => toldAt === null && when === ''),
  ...calls.filter(({ toldAt, when }) => toldAt === null && when !== ''),
  ...calls.filter(({ toldAt }) => toldAt !== null),
];

/** Who must know, until when, under which number in large type. */
export function CallList({ incident, now, onCall, keys }: Props) {
  const elapsed = useTick(now, 1000);
  const wanted = incident.calls.filter(({ when }) => when === '');
  return (
    <Panel
      title={TEXTS.calls}
      className="command-calls"
      aside={<span className="panel-end">{TEXTS.told(wanted.filter(({ toldAt }) => toldAt !== null).length, wanted.length)}</span>}
    >
      <ul className="calls">
        {inOrder(incident.calls).map((row, i) => (
          <li key={row.contact}>
            <button
              type="button"
              className={`call ${row.toldAt !== null ? 'call-told' : ''}`}
              onClick={() => onCall(row)}
              aria-label={`${TEXTS.call}：${row.name}`}
            >
              <span className="call-who">
                <span className="call-name">
                  {row.name} {row.person}
                  {row.when && <small>（{row.when}）</small>}
                </span>
                {row.phone ? <strong>{row.phone}</strong> : <span className="tone-quiet">{TEXTS.nobody}</span>}
                {row.insteadOf && <small>{TEXTS.instead(row.insteadOf)}</small>}
              </span>
              <Due row={row} elapsed={elapsed} incident={incident} />
              {keys && CALL_KEYS[i] && <KeyHint keys={`Alt+${CALL_KEYS[i]}`} />}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Due({ row, elapsed, incident }: { row: CallView; elapsed: number; incident: IncidentView }) {
  const at = (ms: number): string => TEXTS.clock(ms);
  if (row.service) {
    const state = incident.services[row.service];
    if (state?.left != null) return <Tag tone="plain">{TEXTS.services.left}</Tag>;
    if (state?.arrived != null) return <Tag tone="good">{`${TEXTS.services.arrived} ${at(state.arrived)}`}</Tag>;
    if (state?.called != null) return <Tag tone="good">{`${TEXTS.services.called} ${at(state.called)}`}</Tag>;
  } else if (row.toldAt !== null) return <Tag tone="good">{TEXTS.toldAt(at(row.toldAt))}</Tag>;
  const left = row.due - elapsed;
  const late = minutesLate(elapsed, row.due) > 0;
  return (
    <span className="call-due">
      {row.unanswered > 0 && <Tag tone="bad">{TEXTS.unanswered(row.unanswered)}</Tag>}
      {row.outcome === 'dialled' && <Tag tone="blue">{TEXTS.answer}</Tag>}
      {row.due < NEVER && row.when === '' && (
        <b role="timer" className={late ? 'tone-bad' : 'tone-warn'}>
          {late ? TEXTS.overdue(at(left)) : left < 0 ? TEXTS.atOnce(at(left)) : at(left)}
        </b>
      )}
    </span>
  );
}
