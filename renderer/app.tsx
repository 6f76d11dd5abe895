import { AlarmLayer } from './alarm/alarm-layer';
import { RestoredScreen } from './backup/restored-screen';
import { Boundary } from './components/boundary';
import { FailureScreen } from './failure/failure-screen';
import { ScreenFault } from './failure/screen-fault';
import { FirstStart } from './first-start/first-start';
import { LockScreen } from './lock/lock-screen';
import { PassphraseScreen } from './passphrase/passphrase-screen';
import { Shell } from './shell/shell';
import { Starting } from './shell/starting';
import { SignInScreen } from './sign-in/sign-in-screen';
import { go } from './stores/route';
import { useScreen } from './stores/screen';
import { mayAsk, useSession } from './stores/session';
import { SyncLayer } from './sync/sync-layer';

/** Which screen is shown follows from where the program stands and who is signed in. */
export function App() {
  return (
    <Boundary fallback={(error) => <ScreenFault error={error} />}>
      <Phase />
      <SyncLayer />
      <Alarms />
    </Boundary>
  );
}

/** F9 works from the start-up passphrase on; where there is no hall yet, there is nobody to tell. */
function Alarms() {
  const phase = useSession((s) => s.program?.phase);
  return phase === 'ready' || phase === 'passphrase' || phase === 'starting' ? <AlarmLayer onOpen={showIncident} /> : null;
}

/** It is in front for whoever may command; over a dialog that is open, so that nothing typed in it is lost. */
function showIncident(id: string): void {
  const { session } = useSession.getState();
  if (!mayAsk(session, 'incident.view') || session?.locked) return;
  if (document.querySelector('dialog[open]')) useScreen.getState().show({ kind: 'incident', id });
  else {
    useScreen.getState().openIncident(id);
    go('incident');
  }
}

function Phase() {
  const { program, session } = useSession();
  if (!program || program.phase === 'starting') return <Starting />;
  if (program.phase === 'failed') return <FailureScreen failure={program.failure} />;
  if (program.phase === 'restored') return <RestoredScreen />;
  if (program.phase === 'first-start') return <FirstStart />;
  if (program.phase === 'passphrase') return <PassphraseScreen />;
  if (!session?.staff) return <SignInScreen program={program} />;
  return (
    <>
      {/* Another person: another set of screens. What the first one typed waits in their draft. */}
      <Shell key={session.staff.id} program={program} session={session} />
      {session.locked && <LockScreen name={session.staff.name} program={program} />}
    </>
  );
}
