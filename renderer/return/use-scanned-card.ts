import { classifyScan } from '../../shared/rules/reader-scan';
import { useScanner } from '../hooks/use-scanner';
import { cardIn } from './scanned-card';

/**
 * A card held under the scanner, whatever screen is open: its return begins, and says so when only a part of the code
 * came. Fields that take a scan by themselves keep it.
 */
export function useScannedCard(onCard: (scanned: string) => void, enabled: boolean): void {
  useScanner((text) => {
    if (document.querySelector('dialog[open]')) return false;
    const scan = classifyScan(text);
    const half = scan.kind === 'incomplete' && scan.of !== 'citizen-number';
    if (!half && cardIn(text)?.kind !== 'card') return false;
    onCard(text);
    return true;
  }, enabled);
}
