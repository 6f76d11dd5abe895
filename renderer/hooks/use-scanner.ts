import { useEffect, useRef } from 'react';
import { isComposing } from './use-hotkeys';

/** Keys closer together than this were not typed by a person (a fast typist stays above 50 ms). */
export const BURST_GAP_MS = 35;
const SHORTEST_SCAN = 8;
/** A card's code begins so: however little of it came, nothing else does. */
const CARD_CODE = /^xf1/i;

/**
 * A scanner or ID reader types fast and ends with Enter, into whatever field happens to have the focus. `onScan` says
 * whether it took the text; then the Enter is swallowed and the field gets back what it held before. Fields that
 * expect a number by themselves (`data-takes-scan`, of a visitor's document where it says `document`) keep the text and
 * the Enter, unless `onScanInField` takes them.
 * What was scanned, and whether it is whole, is told by `classifyScan` (shared/rules/reader-scan).
 */
export function useScanner(
  onScan: (text: string) => boolean,
  enabled: boolean,
  onScanInField?: (text: string, field: HTMLInputElement | HTMLTextAreaElement) => boolean,
): void {
  const latest = useRef({ onScan, onScanInField });
  latest.current = { onScan, onScanInField };
  useEffect(() => {
    if (!enabled) return;
    let text = '';
    let lastAt = 0;
    let before: { field: HTMLInputElement | HTMLTextAreaElement; value: string } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target : null;
      const quick = event.timeStamp - lastAt < BURST_GAP_MS;
      lastAt = event.timeStamp;
      if (event.key === 'Enter') {
        const whole = quick && (text.length >= SHORTEST_SCAN || CARD_CODE.test(text));
        const takesScan = target?.hasAttribute('data-takes-scan') ?? false;
        const { onScan, onScanInField } = latest.current;
        if (whole && (target && takesScan ? onScanInField?.(text, target) : onScan(text))) {
          event.preventDefault();
          event.stopImmediatePropagation();
          if (before) typeInto(before.field, before.value);
        }
        text = '';
        before = null;
      } else if (event.key.length === 1) {
        if (!quick || text === '') {
          text = '';
          before = target ? { field: target, value: target.value } : null;
        }
        text += event.key;
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [enabled]);
}

/** Sets a value as if it had been typed, so that the form hears of it. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
