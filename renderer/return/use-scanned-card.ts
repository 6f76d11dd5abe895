import { classifyScan } from '../../shared/rules/reader-scan';
import { useScanner } from '../hooks/use-scanner';
import { cardIn } from './scanned-card';

/**
 * A card held under the scanner, whatever screen is open: its return begins, and says so when only a part of the code
 * came. A card is nobody's document, so the fields for a document's number, where the caret of the desk rests, give it up;
 * the box for searching keeps what is scanned into it.
 */
export function useScannedCard(onCard: (scanned: string) => void, enabled: boolean): void {
  const take = (text: string): boolean => {
    const card = document.querySelector('dialog[open]') ? null : cardIn(text);
    if (card?.kind !== 'card') return false;
    onCard(card.scanned);
    return true;
  };
  const takeHalf = (text: string): boolean => {
    const scan = classifyScan(text);
    if (document.querySelector('dialog[open]') || scan.kind !== 'incomplete' || scan.of === 'citizen-number') return false;
    onCard(text);
    return true;
  };
  useScanner(
    (text) => take(text) || takeHalf(text),
    enabled,
    (text, field) => field.dataset.takesScan === 'document' && take(text),
  );
}
