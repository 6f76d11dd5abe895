import type { LedgerState } from '../../shared/contract/ledger';
import { ask } from '../bridge';
import { Notice } from '../components/notice';
import { LEDGER } from './ledger-texts';

/** What came of the last import, until the next file or a word that it was read. */
export function LedgerResult({ state }: { state: LedgerState }) {
  const { phase, imported, duplicates, refused, message } = state;
  const close = (): void => void ask('ledger.close', {});
  switch (phase) {
    case 'done':
      return (
        <Notice level="good" onDismiss={close}>
          {LEDGER.results.done(imported, duplicates, refused)}
        </Notice>
      );
    case 'cancelled':
    case 'undone':
      return (
        <Notice level="info" onDismiss={close}>
          {LEDGER.results[phase]}
        </Notice>
      );
    case 'failed':
      return (
        <Notice level="error" onDismiss={close}>
          {LEDGER.results.failed}
          {message}
        </Notice>
      );
    default:
      return null;
  }
}
