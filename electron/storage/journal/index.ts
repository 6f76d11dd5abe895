import { Journal, type JournalOptions } from './journal';

export { JournalError } from './errors';
export { Journal, type JournalOptions, type JournalTail, type WrittenSegment } from './journal';
export { Keyring, openKeyring, type WrappedKey } from './keyring';

export const openJournal = (options: JournalOptions): Promise<Journal> => Journal.open(options);
