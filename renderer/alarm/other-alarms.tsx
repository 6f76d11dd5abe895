import './other-alarms.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { AlarmView } from '../../shared/domain/incident';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useFront } from '../components/open-dialogs';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useMayAsk, useSession } from '../stores/session';
import { useDeskName } from '../sync/use-desk-name';
import { useHeard } from './heard-alarms';
import { TEXTS } from './texts';
import { useOtherAlarms } from './use-other-alarms';

/**
 * An alarm of another desk comes forward with sound, once, over whatever is open. It takes no focus and no key but its own:
 * the clerk's next letters go where the last one went. Whoever takes note of it stands in the incident's timeline.
 */
export function OtherAlarms({ onTaken }: { onTaken(id: string): void }) {
  const waiting = useOtherAlarms();
  const front = useFront();
  return waiting.length > 0 ? createPortal(<Cards alarms={waiting} onTaken={onTaken} />, front) : null;
}

function Cards({ alarms, onTaken }: { alarms: readonly AlarmView[]; onTaken(id: string): void }) {
  const layer = useRef<HTMLElement>(null);
  const hear = useHeard((s) => s.hear);
  const nameOf = useDeskName();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  // Over the dialogs too, without being one: a dialog would take the focus.
  useLayoutEffect(() => layer.current?.showPopover(), []);

  const take = async ({ id }: AlarmView): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await ask('alarm.heard', { id });
    setBusy(false);
    if (!result.ok) return setError(result.error);
    setError(undefined);
    hear(id);
    onTaken(id);
  };
  const [first] = alarms;
  useHotkeys({ F11: () => void (first && take(first)) }, { inDialog: true, whileComposing: true });
  return (
    <section ref={layer} popover="manual" className="other-alarms" aria-label={TEXTS.otherAlarm}>
      {error && <ErrorNotice error={error} />}
      {alarms.map((alarm, i) => (
        <div key={alarm.id} role="alert" className="other-alarm">
          <div>
            <h2>
              {alarm.drill && <Tag tone="warn">{TEXTS.drill}</Tag>}
              {TEXTS.alarmFrom(nameOf(alarm.deskCode))}
            </h2>
            <p className="other-alarm-what">{alarm.plan?.neutral ?? TEXTS.noType}</p>
            <p>
              {TEXTS.raisedAt(alarm.raisedAt)} · {alarm.number}
              <Reporter id={alarm.id} />
            </p>
            {alarm.state === 'pending' && <p className="tone-bad">{TEXTS.neverSent}</p>}
          </div>
          <Button kind="alarm" hint={i === 0 ? 'F11' : undefined} disabled={busy} onClick={() => void take(alarm)}>
            {TEXTS.heard}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** Who raised it, for whoever may read that; a locked screen tells no name. */
function Reporter({ id }: { id: string }) {
  const locked = useSession((s) => s.session?.locked ?? false);
  const may = useMayAsk('incident.view') && !locked;
  const reporter = useLive('incident.view', { id }, may).value?.reporter;
  return reporter ? ` · ${TEXTS.reportedBy(reporter)}` : null;
}
