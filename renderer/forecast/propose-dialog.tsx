import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { LINK_KIND_NAMES, type LinkView } from '../../shared/domain/forecast-acts';
import { AskForm } from '../components/ask-form';
import { TextArea } from '../components/field';
import { Notice } from '../components/notice';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useDraft } from '../hooks/use-draft';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const Typed = z.object({ risk: z.string(), basis: z.string(), advice: z.string() });
type Typed = z.infer<typeof Typed>;
const NAMES = ['risk', 'basis', 'advice'] as const;

/** 预警建议: risk, basis, advice. From an accepted link the first two are filled in already. */
export function ProposeDialog({ date, link, onClose }: { date: string; link: LinkView | null; onClose(): void }) {
  const proposing = useRequest('forecast.propose');
  const [requestId] = useState(() => uuid());
  const first = useRef<Typed>({
    risk: link ? TEXTS.riskOf(LINK_KIND_NAMES[link.kind], link.subject) : '',
    basis: link ? TEXTS.basisOf(link.members.length, link.members.map(({ text }) => text).join('、')).slice(0, 500) : '',
    advice: '',
  });
  const [typed, setTyped] = useState(first.current);
  const latest = useRef(typed);
  const put = (next: Typed): void => {
    latest.current = next;
    setTyped(next);
  };
  const draft = useDraft(
    `forecast-proposal:${link?.decision?.id ?? date}`,
    () => (JSON.stringify(latest.current) === JSON.stringify(first.current) ? null : JSON.stringify(latest.current)),
    (stored) => {
      const kept = Typed.safeParse(parsed(stored));
      if (kept.success) put(kept.data);
    },
  );
  const submit = async (): Promise<boolean> => {
    const itemIds = link?.members.map(({ id }) => id) ?? [];
    const result = await proposing.run({ requestId, date, itemIds, linkId: link?.decision?.id ?? '', ...latest.current });
    if (result.ok) await draft.discard();
    return result.ok;
  };
  return (
    <AskForm
      title={TEXTS.proposeTitle}
      button={TEXTS.doPropose}
      size="wide"
      hint="Ctrl+Enter"
      busy={proposing.busy}
      error={proposing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {draft.restored && <Notice level="info">{TEXTS.restored}</Notice>}
      {NAMES.map((name) => (
        <TextArea
          key={name}
          label={TEXTS[name]}
          required
          rows={2}
          maxLength={500}
          data-autofocus={name === (link ? 'advice' : 'risk') ? true : undefined}
          value={typed[name]}
          error={proposing.error?.fields?.[name]}
          onChange={(event) => {
            put({ ...latest.current, [name]: event.target.value });
            draft.changed();
          }}
          onKeyDown={ctrlEnterSubmits}
        />
      ))}
    </AskForm>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
