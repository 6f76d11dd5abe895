import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { HandbookText } from '../../../shared/domain/handbook';
import { INCIDENT_CODES, type IncidentCode } from '../../../shared/domain/incident-plan';
import { useDraft } from '../../hooks/use-draft';

/** An edition that is being written, and of which one it is the next. */
export interface WrittenText {
  entryId: string;
  from: number;
  code: IncidentCode;
  title: string;
  body: string;
  incidentId: string;
}
export const NEW_ENTRY: WrittenText = { entryId: '', from: 0, code: INCIDENT_CODES[0], title: '', body: '', incidentId: '' };

const Kept = z.object({
  ...{ entryId: z.string(), from: z.number(), title: z.string(), body: z.string(), incidentId: z.string() },
  code: HandbookText.shape.code,
});

export interface Writing {
  /** Null: nothing is being written. */
  text: WrittenText | null;
  requestId: string;
  begin(text: WrittenText): void;
  change(text: WrittenText): void;
  /** Saved, or given up on purpose. */
  end(): void;
}

/** What is written lies in a draft until it is saved: an Escape, a lock or a restart brings it back. */
export function useWriting(): Writing {
  const [text, setText] = useState<WrittenText | null>(null);
  const [requestId, setRequestId] = useState(() => uuid());
  const draft = useDraft(
    'handbook',
    () => text && JSON.stringify(text),
    (kept) => {
      const found = Kept.safeParse(JSON.parse(kept));
      if (found.success) setText(found.data);
    },
  );
  const change = (next: WrittenText): void => {
    setText(next);
    draft.changed();
  };
  return {
    text,
    requestId,
    begin: (next) => {
      setText(next);
      setRequestId(uuid());
    },
    change,
    end: () => {
      setText(null);
      void draft.discard();
    },
  };
}
