import { useEffect } from 'react';
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
  const only = sent[0]?.id;
  useEffect(() => {
    if (incidentId === null && only) openIncident(only);
  }, [incidentId, only, openIncident]);
  useHotkeys({ 'Alt+ArrowLeft': () => openIncident(null), 'Alt+ArrowRight': () => openIncident(nextOf(sent, incidentId)) });
  if (!settings || !running) return null;
  return (
    <div className="screen incident-screen">
      {(sent.length > 1 || incidentId !== null) && (
        <nav className="incident-tabs" aria-label={TEXTS.running}>
          {sent.map((alarm) => (
            <button key={alarm.id} type="button" aria-pressed={alarm.id === incidentId} onClick={() => openIncident(alarm.id)}>
              {alarm.drill && `${TEXTS.drill} `}
              {alarm.plan?.name ?? TEXTS.noType} {alarm.number.slice(-3)}
            </button>
          ))}
          <Button kind="quiet" hint="Alt+←" onClick={() => openIncident(null)}>
            {TEXTS.past}
          </Button>
        </nav>
      )}
      {incidentId === null ? (
        <>
          {sent.length === 0 && <Notice level="info">{TEXTS.nothingRunning}</Notice>}
          <PastList onOpen={openIncident} />
        </>
      ) : view.value === null ? (
        <Notice level="warning" onDismiss={() => openIncident(null)}>
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
