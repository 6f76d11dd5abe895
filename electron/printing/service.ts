import type { PrintContent } from '../../shared/documents/content';
import type { PrinterView } from '../../shared/domain/printing';
import type { PrinterProfile, PrintingSettings } from '../../shared/domain/settings';
import type { InternalRequests } from '../storage/internal';

export type PrintStoreName =
  | 'internal.print.open'
  | 'internal.print.get'
  | 'internal.print.move'
  | 'internal.document.add'
  | 'internal.document.get';
/** The storage host as printing sees it; each call has returned only when its change is durable. */
export interface PrintStore {
  call<N extends PrintStoreName>(name: N, input: InternalRequests[N]['input']): Promise<InternalRequests[N]['output']>;
}

/** Sealed PDFs of the main process. Writing the same id again replaces the file whole. */
export interface PrintArchive {
  write(id: string, bytes: Uint8Array, about: { visitId?: string; incidentId?: string }): Promise<{ bytes: number; sha256: string }>;
  read(id: string): Promise<Uint8Array>;
}

export interface PrintLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** How one printer wants its pages, and what every page of one print says. */
export interface PageLook {
  profile: PrinterProfile;
  /** n of 「补打 n」, 0 for the first print. */
  reprint: number;
}

export interface PageRenderer {
  /** Rejects with a RenderError. Calls are served one after the other. */
  render(content: PrintContent, look: PageLook): Promise<Uint8Array>;
  close(): void;
}

export interface PrintingDeps {
  store: PrintStore;
  archive: PrintArchive;
  settings(): Promise<PrintingSettings>;
  log: PrintLog;
}

/** All methods that a person starts throw a `Refusal` with a Chinese sentence when they cannot be done. */
export interface PrintingService {
  /** Takes up what an earlier run left and begins to work. */
  start(): void;
  /** Begins nothing new; resolves when what was under way has been written down. */
  stop(): Promise<void>;
  /** Something about print jobs changed in the store. */
  wake(): void;
  retry(id: string): Promise<void>;
  cancel(id: string, reason: string): Promise<void>;
  /** The answer to 「卡片出来了吗？」. */
  answer(id: string, cameOut: boolean): Promise<void>;
  listPrinters(): Promise<PrinterView[]>;
  /** The page alone: nothing is stored or spooled. For measurements and pictures. */
  renderPdf(content: PrintContent, look?: Partial<PageLook>): Promise<Uint8Array>;
  /** Whether CUPS keeps finished jobs' files (self-check); null when it cannot be told or does not apply. */
  cupsKeepsJobFiles(): Promise<boolean | null>;
  /** Resolves when nothing can go on without a printer, a spooler or a person. */
  waitIdle(): Promise<void>;
}
