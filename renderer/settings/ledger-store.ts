import { create } from 'zustand';
import type { LedgerPreview } from '../../shared/contract/ledger';

/** The preview of the file that is open in the main process: it outlives a look at another tab. */
export const useLedgerPreview = create<{ preview: LedgerPreview | null }>(() => ({ preview: null }));
export const showPreview = (preview: LedgerPreview | null): void => useLedgerPreview.setState({ preview });
