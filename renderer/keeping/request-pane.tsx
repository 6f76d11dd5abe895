import { useState } from 'react';
import { REQUEST_KIND_NAMES, type RequestRow } from '../../shared/domain/keeping';
import { NOT_YET_DELETED } from '../../shared/rules/retention';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { AnswerForm } from './answer-form';
import { KeptList } from './kept-pane';
import { TEXTS } from './texts';
import { TwoPeople } from './two-people';

/** One request: what was asked, what is held, what forbids to delete it; and its answer. */
export function RequestPane({ row, onChanged }: { row: RequestRow; onChanged(said: string): void }) {
  const isOpen = row.state === 'open';
  const held = useAnswer('privacy.held', isOpen ? { personId: row.personId } : null);
  const take = useRequest('privacy.export');
  const [asking, ask] = useState<'answer' | 'erase' | null>(null);
  const [taken, setTaken] = useState('');
  const { requestFacts: facts } = TEXTS;
  const kept = held.value?.kept ?? [];
  const exportThem = async (): Promise<void> => {
    setTaken('');
    const result = await take.run({ id: row.id });
    if (result.ok && result.value.saved) setTaken(TEXTS.exported(result.value.fileName, result.value.rows));
  };
  useHotkeys({ 'Alt+E': () => void exportThem() }, { enabled: isOpen && !take.busy });
  return (
    <>
      <Facts
        items={[
          [facts.who, row.maskedName],
          [facts.what, REQUEST_KIND_NAMES[row.kind]],
          [facts.received, `${row.receivedOn}，${row.how}（${row.staffName}）`],
          [facts.text, row.text],
          [facts.due, row.due],
          ...(isOpen
            ? []
            : ([
                [
                  facts.answered,
                  `${row.answer} ${row.answeredAt === null ? '' : TEXTS.answeredBy(row.answeredByName, stampOf(row.answeredAt).slice(0, 16))}`,
                ],
                [facts.basis, row.basis],
              ] as const)),
        ]}
      />
      {held.error && <ErrorNotice error={held.error} />}
      {held.value && (
        <Facts
          className="keeping-held"
          items={[
            [TEXTS.held, TEXTS.heldWords(held.value) + (held.value.hidden > 0 ? `；${TEXTS.hidden(held.value.hidden)}` : '')],
            ...(row.kind === 'delete'
              ? ([[TEXTS.kept, kept.length > 0 ? <KeptList key="kept" kept={kept} /> : TEXTS.deletable]] as const)
              : []),
          ]}
        />
      )}
      {isOpen && (
        <div className="keeping-acts">
          <Button hint="Alt+E" disabled={take.busy || !held.value} onClick={() => void exportThem()}>
            {TEXTS.export}
          </Button>
          <Button kind="primary" onClick={() => ask('answer')}>
            {TEXTS.answer}
          </Button>
          {row.kind === 'delete' && (
            <Button kind="danger" disabled={kept.length > 0 || !held.value} onClick={() => ask('erase')}>
              {TEXTS.erase}
            </Button>
          )}
        </div>
      )}
      {take.error && <ErrorNotice error={take.error} />}
      {taken && <Notice level="good">{taken}</Notice>}
      {asking === 'answer' && (
        <AnswerForm
          row={row}
          basis={kept.length > 0 ? NOT_YET_DELETED : ''}
          onDone={() => onChanged(TEXTS.saved)}
          onClose={() => ask(null)}
        />
      )}
      {asking === 'erase' && (
        <TwoPeople
          title={TEXTS.eraseTitle}
          about={row.maskedName}
          request="privacy.erase"
          input={(approval) => ({ ...approval, id: row.id })}
          onDone={() => onChanged(TEXTS.erased)}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}
