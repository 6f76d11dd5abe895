/**
 * Copies by selection. The asynchronous clipboard asks for a permission, and our session grants none; a copy made by
 * a person's own click needs none.
 */
export function copyText(text: string): boolean {
  const back = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const carrier = document.createElement('textarea');
  carrier.value = text;
  carrier.className = 'only-heard';
  // Inside an open dialog everything else is inert and could not be selected.
  (back?.closest('dialog') ?? document.body).append(carrier);
  carrier.select();
  const copied = document.execCommand('copy');
  carrier.remove();
  back?.focus();
  return copied;
}
