import { Boundary } from './components/boundary';
import { FailureScreen } from './failure/failure-screen';
import { ScreenFault } from './failure/screen-fault';
import { FirstStart } from './first-start/first-start';
import { LockScreen } from './lock/lock-screen';
import { PassphraseScreen } from './passphrase/passphrase-screen';
import { Shell } from './shell/shell';
import { Starting } from './shell/starting';
import { SignInScreen } from './sign-in/sign-in-screen';
import { useSession } from './stores/session';

/** Which screen is shown follows from where the program stands and who is signed in. */
export function App() {
  return (
    <Boundary fallback={(error) => <ScreenFault error={error} />}>
      <Phase />
    </Boundary>
  );
}

function Phase() {
  const { program, session } = useSession();
  if (!program || program.phase === 'starting') return <Starting />;
  if (program.phase === 'failed') return <FailureScreen failure={program.failure} />;
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
