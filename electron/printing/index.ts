import type { PrinterView } from '../../shared/domain/printing';
import { systemSpooler } from './create';

export { connectPrinting } from './connect';
export { createPrinting, systemSpooler } from './create';
export { RenderError } from './render-error';
export type { PrintArchive, PrintingDeps, PrintingService, PrintStore } from './service';

/** Before a store is open (the first-start wizard asks for the printer). */
export const listPrinters = (): Promise<PrinterView[]> => systemSpooler().listPrinters();
