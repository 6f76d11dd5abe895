import './list.css';
import { useEffect, useState } from 'react';
import type { AlarmView } from '../../shared/domain/incident';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { CommandView } from './command/command-view';
import { PastList } from './past-list';
import { TEXTS } from './texts';

/** 「突发」: what runs now, one in front of the others, or what happened before. */
export function IncidentScreen() {
  const settings = useLive('settings.all', {}).value;
  const running = useLive('alarm.running', {}).value;
  const { incidentId, openIncident } = useScreen();
  const view = useLive('incident.view', { id: incidentId ?? '' }, incidentId !== null);
  const sent = running?.filter(({ state }) => state !== 'pending') ?? [];
  // What runs is in front by itself, unless somebody went back to the list.
  const [listed, setListed] = useState(false);
  const newest = sent[0]?.id;
  useEffect(() => {
    if (incidentId === null && newest && !listed) openIncident(newest);
  }, [incidentId, newest, listed, openIncident]);
  const open = (id: string | null): void => {
    setListed(id === null);
    openIncident(id);
  };
  useHotkeys({ 'Alt+ArrowLeft': () => open(null), 'Alt+ArrowRight': () => open(nextOf(sent, incidentId)) });
  if (!settings || !running) return null;
  return (
    <div className="screen incident-screen">
      {(sent.length > 0 || incidentId !== null) && (
        <nav className="incident-tabs" aria-label={TEXTS.running}>
          {sent.map((alarm) => (
            <button key={alarm.id} type="button" aria-pressed={alarm.id === incidentId} onClick={() => open(alarm.id)}>
              {alarm.drill && `${TEXTS.drill} `}
              {alarm.plan?.name ?? TEXTS.noType} {alarm.number.slice(-3)}
            </button>
          ))}
          <Button kind="quiet" hint="Alt+←" onClick={() => open(null)}>
            {TEXTS.past}
          </Button>
        </nav>
      )}
      {incidentId === null ? (
        <>
          {sent.length === 0 && <Notice level="info">{TEXTS.nothingRunning}</Notice>}
          <PastList onOpen={open} />
        </>
      ) : view.value === null ? (
        <Notice level="warning" onDismiss={() => open(null)}>
          {TEXTS.notThere}
        </Notice>
      ) : (
        view.value && <CommandView key={view.value.id} incident={view.value} settings={settings} />
      )}
    </div>
  );
}

/** Several at once: one after the other. */
function nextOf(sent: readonly AlarmView[], current: string | null): string | null {
  const at = sent.findIndex(({ id }) => id === current);
  return sent[(at + 1) % Math.max(1, sent.length)]?.id ?? null;
}
