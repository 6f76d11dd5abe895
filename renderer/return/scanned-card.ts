import { qrPayload } from '../../shared/documents/qr';
import type { QueueRow } from '../../shared/domain/hall';
import { classifyScan } from '../../shared/rules/reader-scan';
import { TEXTS } from './texts';

const QUEUE_NUMBER = /^[A-Z]\d{3,4}$/;

/**
 * What was scanned or typed, as it stands on the card, whatever the keyboard made of it (caps lock, full width);
 * `incomplete` when it is the part of a code.
 */
export function cardIn(
  typed: string,
): { kind: 'card'; scanned: string } | { kind: 'queue'; scanned: string } | { kind: 'incomplete' } | null {
  const text = typed.normalize('NFKC').trim();
  const upper = text.toUpperCase();
  if (text === '') return null;
  const scan = classifyScan(/^\d{14}$/.test(text) ? `${text.slice(0, 8)}-${text.slice(8, 10)}-${text.slice(10)}` : text);
  if (scan.kind === 'card-number') return { kind: 'card', scanned: scan.number };
  if (scan.kind === 'card-code') return { kind: 'card', scanned: qrPayload(scan.unitCode, scan.visitId) };
  if (QUEUE_NUMBER.test(upper)) return { kind: 'queue', scanned: upper };
  return { kind: 'incomplete' };
}

/** What stands in the way of taking the card, or what is worth a look before; `ok` false: it cannot be taken now. */
export function judged(row: QueueRow): { ok: boolean; sentence: string } {
  switch (row.state) {
    case 'interview':
      return { ok: false, sentence: TEXTS.talking };
    case 'returned':
      return { ok: false, sentence: row.canUndo ? TEXTS.alreadyUndo : TEXTS.already };
    case 'void':
      return { ok: false, sentence: TEXTS.void };
    case 'lost':
      return { ok: true, sentence: TEXTS.lost };
    case 'ended':
      return row.heldItems > 0 ? { ok: false, sentence: TEXTS.held(row.heldItems) } : { ok: true, sentence: TEXTS.ready };
    default:
      return row.heldItems > 0 ? { ok: false, sentence: TEXTS.held(row.heldItems) } : { ok: true, sentence: TEXTS.early };
  }
}
