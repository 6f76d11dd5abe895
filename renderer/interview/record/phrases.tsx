import { useState } from 'react';
import { Button } from '../../components/button';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';

/** Words to open with (plan S51), until one key or the first lines put them away. */
export function Phrases({ show }: { show: boolean }) {
  const [open, setOpen] = useState(true);
  useHotkeys({ Escape: () => setOpen(false) }, { enabled: open && show });
  if (!open || !show) return null;
  return (
    <aside className="phrases" aria-label={TEXTS.phrases}>
      <ul>
        {TEXTS.phraseLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button kind="quiet" hint="Esc" onClick={() => setOpen(false)}>
        {TEXTS.hidePhrases}
      </Button>
    </aside>
  );
}
