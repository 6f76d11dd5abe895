import { useEffect, useState } from 'react';
import { z } from 'zod';
import { BriefingText, type BriefingView } from '../../shared/domain/briefing';
import { useDraft } from '../hooks/use-draft';

const Kept = z.object({ edition: z.number(), text: BriefingText });

export interface BriefingWriting {
  text: BriefingText;
  /** The edition that is being edited. */
  edition: number;
  edited: boolean;
  restored: boolean;
  /** Somebody saved another edition meanwhile. */
  older: boolean;
  change(text: BriefingText): void;
  /** Saved as this edition, or given up. */
  settled(): void;
}

/** What is typed into a 专报 lies in a draft until it is saved: a lock, a restart, another screen throws nothing away. */
export function useBriefingText(view: BriefingView): BriefingWriting {
  const [typed, setTyped] = useState<{ edition: number; text: BriefingText } | null>(null);
  const draft = useDraft(
    `briefing:${view.id}`,
    () => typed && JSON.stringify(typed),
    (kept) => {
      const found = Kept.safeParse(JSON.parse(kept));
      if (found.success) setTyped(found.data);
    },
  );
  const editable = view.state === 'draft';
  const { discard } = draft;
  // What was sent off cannot be written on: a draft that was left behind would come back over it.
  useEffect(() => {
    if (!editable && typed) {
      setTyped(null);
      void discard();
    }
  }, [editable, typed, discard]);
  return {
    text: typed?.text ?? view.text,
    edition: typed?.edition ?? view.edition,
    edited: typed !== null,
    restored: draft.restored && typed !== null,
    older: typed !== null && typed.edition !== view.edition,
    change: (text) => {
      setTyped({ edition: typed?.edition ?? view.edition, text });
      draft.changed();
    },
    settled: () => {
      setTyped(null);
      void discard();
    },
  };
}
