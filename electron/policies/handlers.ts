import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { choosePolicy } from './dialogs';

type Names = 'open' | 'import' | 'close';

/** Policies from files, as the screen asks for them. */
export function policyHandlers(program: Program): Pick<MainHandlers, `policy.${Names}`> {
  const { screen, session, policies } = program;
  session.view.subscribe(({ staff }) => {
    // Somebody else's file is not left open for the next person.
    if (!staff) policies.close();
  });
  return {
    'policy.open': async (_input, { staffId }) => {
      const path = await choosePolicy(screen.browserWindow);
      if (!path) return null;
      stillHere(session, staffId);
      return policies.open(path);
    },
    'policy.import': ({ about, retire }, { staffId }) => policies.store(about, retire, staffId),
    'policy.close': async () => {
      policies.close();
      return {};
    },
  };
}
