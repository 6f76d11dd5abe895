import type { PrintJobView } from '../../shared/domain/printing';
import { appError } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { describe, log } from '../log';
import type { Actor } from '../storage/protocol';
import type { Store } from '../store';
import { createPrinting } from './create';
import type { PrintArchive, PrintingService, PrintLog, PrintStore } from './service';

/** The program itself asks: no person, no role. */
const PROGRAM: Actor = { staffId: null, roles: [], deskCode: '' };

const printLog: PrintLog = {
  info: (message) => log.info(message),
  warn: (message) => log.warn(message),
  error: (message, cause) => log.error(cause === undefined ? message : `${message}: ${describe(cause)}`),
};

/** Sealed with the key of the visit's matter, or of the incident, so that erasing it erases what was printed of it. */
function archiveOf({ storage, files }: Store): PrintArchive {
  return {
    async write(id, bytes, about) {
      const { key } = await storage.internal('internal.document.key', about);
      return { bytes: bytes.byteLength, ...(await files.write(id, bytes, key)) };
    },
    async read(id) {
      const document = await storage.internal('internal.document.get', { id });
      if (!document) throw new Refusal(appError('not-found'));
      return files.read(id, document.fileKey);
    },
  };
}

/** Printing over an opened store. The live list of jobs is the bell: a new or returned job wakes the queue. */
export function connectPrinting(store: Store): PrintingService {
  const { storage } = store;
  const printStore: PrintStore = { call: (name, input) => storage.internal(name, input) };
  const settings = async () => (await storage.internal('internal.settings', null)).printing;
  const printing = createPrinting({ store: printStore, archive: archiveOf(store), settings, log: printLog });
  const silence = storage.subscribe('print.jobs', {}, PROGRAM, (result) => {
    // Later states are the queue's own doing; only what it has not begun is news to it.
    if (result.ok && (result.value as PrintJobView[]).some((job) => job.state === 'queued')) printing.wake();
  });
  return {
    ...printing,
    stop: async () => {
      silence();
      await printing.stop();
    },
  };
}
