import { PrinterProfile } from '../../shared/domain/settings';
import { CupsSpooler } from './cups/cups';
import { PrintQueue } from './queue';
import { WindowRenderer } from './render';
import type { PageLook, PageRenderer, PrintingDeps, PrintingService } from './service';
import type { Spooler } from './spooler';
import { WindowsSpooler } from './windows/windows';

/** The spooler of this operating system. */
export const systemSpooler = (): Spooler => (process.platform === 'win32' ? new WindowsSpooler() : new CupsSpooler());

export interface Parts {
  renderer: PageRenderer;
  spooler: Spooler;
}

/** `parts` are the window and the system's spooler unless a test brings its own. */
export function createPrinting(deps: PrintingDeps, parts: Partial<Parts> = {}): PrintingService {
  const renderer = parts.renderer ?? new WindowRenderer();
  const spooler = parts.spooler ?? systemSpooler();
  const queue = new PrintQueue({ deps, renderer, spooler });
  const plain = (look: Partial<PageLook> = {}): PageLook => ({ profile: PrinterProfile.parse({}), reprint: 0, ...look });
  return {
    start: () => queue.start(),
    wake: () => queue.wake(),
    retry: (id) => queue.retry(id),
    cancel: (id, reason) => queue.cancel(id, reason),
    answer: (id, cameOut) => queue.answer(id, cameOut),
    waitIdle: () => queue.waitIdle(),
    listPrinters: () => spooler.listPrinters(),
    renderPdf: (content, look) => renderer.render(content, plain(look)),
    cupsKeepsJobFiles: () => spooler.keepsJobFiles(),
    stop: async () => {
      await queue.stop();
      renderer.close();
    },
  };
}
