import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseLedger, saveRefusals } from './dialogs';

type Names = 'open' | 'map' | 'export' | 'close' | 'start' | 'cancel' | 'undo';

/** 旧台账, as the screen asks for it. */
export function ledgerHandlers(program: Program): Pick<MainHandlers, `ledger.${Names}`> {
  const { screen, session, ledger } = program;
  session.view.subscribe(({ staff }) => {
    // Somebody else's file is not left open for the next person; what is being written goes on.
    const { phase } = ledger.state.get();
    if (!staff && (phase === 'preview' || phase === 'reading')) ledger.close();
  });
  return {
    'ledger.open': async (_input, { staffId }) => {
      const path = await chooseLedger(screen.browserWindow);
      if (!path) return null;
      stillHere(session, staffId);
      return ledger.open(path);
    },
    'ledger.map': async ({ sheet, head, mapping }) => ledger.map({ sheet, mapping, head: head && { row: head.row - 1, rows: head.rows } }),
    'ledger.export': async (_input, { staffId }) => {
      const csv = await ledger.refusals();
      const saved = await saveRefusals(screen.browserWindow, csv);
      if (saved.saved)
        await program.store().storage.internal('internal.audit', { action: 'ledger.export', target: saved.fileName, detail: '' }, staffId);
      return saved;
    },
    'ledger.close': async () => {
      ledger.close();
      return {};
    },
    'ledger.start': (_input, { staffId }) => ledger.start(staffId),
    'ledger.cancel': async () => {
      ledger.cancel();
      return {};
    },
    'ledger.undo': async ({ importId }, { staffId }) => {
      await ledger.undo(importId, staffId);
      return {};
    },
  };
}
