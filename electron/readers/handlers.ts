import { type CardFields, READ_LIMIT_MS, type ReaderSettings } from '../../shared/domain/reader';
import { refuse } from '../../shared/errors';
import { maskDocument, maskName } from '../../shared/rules/mask';
import { cardFields, cardNotes } from '../../shared/rules/reader-card';
import { log } from '../log';
import type { MainHandlers } from '../router';
import type { ReaderAdapter } from './adapter';
import { HuashiReader } from './huashi';
import type { Readers } from './readers';
import { faultSentence } from './sentences';

interface Parts {
  readers: Readers;
  settings(): Promise<ReaderSettings>;
  /** `YYYY-MM-DD` */
  today(): string;
}

/** `manual` and `wedge` type: nothing for the main process to read. */
export const adapterFor = ({ kind, port }: ReaderSettings): ReaderAdapter | null => (kind === 'http' ? new HuashiReader(port) : null);

export function readerHandlers({ readers, settings, today }: Parts): Pick<MainHandlers, 'reader.read' | 'reader.cancel' | 'reader.test'> {
  const read = async (setting: ReaderSettings): Promise<{ fields: CardFields; notes: string[]; elapsedMs: number }> => {
    const outcome = await readers.read(adapterFor(setting));
    const { elapsedMs } = outcome;
    const fields = outcome.ok ? cardFields(outcome.answer) : null;
    const fault = outcome.ok ? 'unreadable' : outcome.fault;
    const about = outcome.ok ? 'no number' : outcome.about;
    log.info(`reader: ${fields ? 'card' : `${fault} ${about}`.trim()} in ${elapsedMs} of ${READ_LIMIT_MS} ms`);
    if (fields) return { fields, notes: cardNotes(fields, today()), elapsedMs };
    return refuse('reader', { message: faultSentence(fault, setting.port), detail: `reader ${fault} ${about} ${elapsedMs} ms` });
  };
  return {
    'reader.read': async () => read(await settings()),
    'reader.cancel': async () => {
      readers.cancel();
      return {};
    },
    'reader.test': async ({ port }) => {
      const { fields, notes, elapsedMs } = await read({ kind: 'http', port });
      return {
        docType: fields.docType,
        docMasked: maskDocument(fields.docNumber),
        nameMasked: fields.name ? maskName(fields.name) : '',
        notes,
        elapsedMs,
      };
    },
  };
}
