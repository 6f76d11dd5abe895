import { z } from 'zod';
import { ReadCard, ReaderSettings, ReadTrial } from '../domain/reader';
import { command, query } from './define';
import { DESK, PRINTERS } from './roles';

const none = z.object({});

export const readerContract = {
  /** Reads the card that lies on the desk's reader. Answers within 3 s, one read at a time. */
  'reader.read': query('main', DESK, none, ReadCard),
  /** Ends the read under way, if there is one. */
  'reader.cancel': query('main', PRINTERS, none, none),
  /** 「试读」 with a port that need not be saved yet. */
  'reader.test': query('main', PRINTERS, ReaderSettings.pick({ port: true }), ReadTrial),
  /** The desk's own reader may also be set by those who stand at it. */
  'settings.reader': command('storage', PRINTERS, ReaderSettings, none),
} as const;
