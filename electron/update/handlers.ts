import type { Program } from '../program';
import type { MainHandlers } from '../router';

/** 更新, as the screens ask for it. */
export function updateHandlers(program: Program): Pick<MainHandlers, `update.${'check' | 'blockers' | 'install'}`> {
  return {
    'update.check': async () => {
      void program.updates().look();
      return {};
    },
    'update.blockers': () => program.updates().blockers(),
    'update.install': async (_input, { staffId }) => {
      await program.updates().install(staffId);
      return {};
    },
  };
}
