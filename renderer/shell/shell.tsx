import './shell.css';
import type { ProgramState, SessionView } from '../../shared/contract/session';
import { AppointmentsScreen } from '../appointments/appointments-screen';
import { ask } from '../bridge';
import { CheckInScreen } from '../check-in/check-in-screen';
import { HomeScreen } from '../home/home-screen';
import { useHotkeys } from '../hooks/use-hotkeys';
import { PrintScreen } from '../print/print-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { go, useRoute } from '../stores/route';
import { useScreen } from '../stores/screen';
import { mayAsk } from '../stores/session';
import { VisitDialog } from '../visit/visit-dialog';
import { Banners } from './banners';
import { Navigation, SCREENS } from './navigation';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useTouch } from './use-touch';

/** Everything around a screen. The check-in screen stays alive behind the others, with what was typed in it. */
export function Shell({ program, session }: { program: ProgramState; session: SessionView }) {
  const route = useRoute();
  const { visitId, closeVisit } = useScreen();
  const open = SCREENS.filter(({ needs, insteadOf }) => mayAsk(session, needs) && !(insteadOf && mayAsk(session, insteadOf)));
  const current = (open.find((screen) => screen.route === route) ?? open.find((screen) => !screen.foot))?.route ?? 'settings';
  const desk = mayAsk(session, 'visit.register');

  useTouch();
  useHotkeys(Object.fromEntries(open.map((screen) => [screen.keys, () => go(screen.route)])));

  return (
    <div className="shell">
      <TopBar program={program} session={session} />
      <Navigation screens={open} current={current} />
      <main className="shell-main">
        <Banners program={program} dismiss={(id) => void ask('program.dismissNotice', { id })} />
        {desk && <CheckInScreen active={current === 'check-in'} />}
        {current === 'home' && <HomeScreen />}
        {current === 'appointments' && <AppointmentsScreen />}
        {current === 'print' && <PrintScreen />}
        {current === 'settings' && <SettingsScreen />}
      </main>
      <StatusBar />
      {visitId && <VisitDialog key={visitId} id={visitId} onClose={closeVisit} />}
    </div>
  );
}
