import { useScanner } from '../hooks/use-scanner';
import { cardIn } from './scanned-card';

/** A card held under the scanner, whatever screen is open: its return begins. Fields that take a scan by themselves keep it. */
export function useScannedCard(onCard: (scanned: string) => void, enabled: boolean): void {
  useScanner((text) => {
    if (document.querySelector('dialog[open]') || cardIn(text)?.kind !== 'card') return false;
    onCard(text);
    return true;
  }, enabled);
}
