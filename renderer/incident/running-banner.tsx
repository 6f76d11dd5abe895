import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { go, useRoute } from '../stores/route';
import { useScreen } from '../stores/screen';
import { useMayAsk, useSession } from '../stores/session';
import { useDeskName } from '../sync/use-desk-name';
import { RunningSince } from './running-since';
import { TEXTS } from './texts';

/** On every other screen: what runs, since when, and the way there. */
export function RunningBanner() {
  const may = useMayAsk('incident.view');
  const running = useLive('alarm.running', {}, may).value ?? [];
  const own = useSession((s) => s.program?.deskCode);
  const nameOf = useDeskName();
  const route = useRoute();
  const openIncident = useScreen((s) => s.openIncident);
  if (route === 'incident') return null;
  return running
    .filter(({ state }) => state !== 'pending')
    .map((alarm) => (
      <Notice
        key={alarm.id}
        level={alarm.drill ? 'warning' : 'error'}
        actions={
          <Button
            hint="Ctrl+0"
            onClick={() => {
              openIncident(alarm.id);
              go('incident');
            }}
          >
            {TEXTS.open}
          </Button>
        }
      >
        {TEXTS.runs(alarm.drill, alarm.plan?.neutral ?? TEXTS.noType, alarm.number)}
        {alarm.deskCode !== own && TEXTS.fromDesk(nameOf(alarm.deskCode))} <RunningSince id={alarm.id} />
      </Notice>
    ));
}
