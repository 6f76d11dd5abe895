import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../shared/domain/hall';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { typeInto, useScanner } from '../hooks/use-scanner';
import { ItemsPanel } from '../items/items-panel';
import { cardIn, judged } from './scanned-card';
import { TEXTS } from './texts';

/**
 * Cards come back one after the other at the end of a visit: scan, Enter, the next. What is in the way (an interview,
 * things held) is shown and can be settled here.
 */
export function ReturnDialog({ scanned, onClose }: { scanned: string; onClose(): void }) {
  const queue = useLive('queue.list', {}).value;
  const [typed, setTyped] = useState(scanned);
  const [found, setFound] = useState<QueueRow | null>(null);
  const [problem, setProblem] = useState('');
  const [error, setError] = useState<AppError>();
  const [done, setDone] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // As the hall is now, so that a settled thing or a finished interview is seen at once.
  const row = queue?.find((each) => each.id === found?.id) ?? found;

  const look = useCallback(async (text: string): Promise<void> => {
    const card = cardIn(text);
    setFound(null);
    setError(undefined);
    setProblem(card?.kind === 'incomplete' ? TEXTS.incomplete : '');
    if (!card || card.kind === 'incomplete') return;
    const result = await ask('visit.byCard', { scanned: card.scanned });
    if (!result.ok) return setError(result.error);
    const answer = result.value;
    setFound(answer);
    setDone('');
    setProblem(answer ? '' : TEXTS.notFound);
  }, []);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !scanned) return;
    begun.current = true;
    void look(scanned);
  }, [scanned, look]);

  // The next card may be held under the scanner before this one is done with: it takes the place of what stands here.
  useScanner(
    () => false,
    true,
    (text, target) => {
      if (target === field.current && text !== target.value) typeInto(target, text);
      return false;
    },
  );

  const finish = (sentence: string): void => {
    setDone(sentence);
    setFound(null);
    setTyped('');
    field.current?.focus();
  };
  const undo = async (): Promise<void> => {
    if (!row?.canUndo || row.state !== 'returned') return;
    const result = await ask('visit.act', { id: row.id, from: row.state, act: { act: 'undo' } });
    if (result.ok) finish(TEXTS.undone(row.queueNumber));
    else setError(result.error);
  };
  useHotkeys({ 'Ctrl+Z': () => void undo() }, { inDialog: true, enabled: row?.state === 'returned' && row.canUndo });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const current = field.current?.value ?? '';
    if (!row || current !== typed || !judged(row).ok) return look(current);
    const act = row.state === 'lost' ? ({ act: 'find' } as const) : ({ act: 'return' } as const);
    const result = await ask('visit.act', { id: row.id, from: row.state, act });
    if (!result.ok) return setError(result.error);
    finish(TEXTS.returned(row.queueNumber));
  };

  const verdict = row && judged(row);
  return (
    <Dialog title={TEXTS.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <TextField
            ref={field}
            data-autofocus
            data-takes-scan
            label={TEXTS.scan}
            note={TEXTS.hint}
            error={problem || undefined}
            maxLength={120}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setFound(null);
              setProblem('');
            }}
          />
          <div role="status">
            {done && (
              <Notice level="good">
                {done} {TEXTS.next}
              </Notice>
            )}
            {row && verdict && (
              <p className="queue-big">
                <b>{row.queueNumber}</b> {row.nameMasked} <Tag tone="blue">{VISIT_STATE_NAMES[row.state]}</Tag>
              </p>
            )}
            {verdict && <Notice level={verdict.ok ? 'info' : 'warning'}>{verdict.sentence}</Notice>}
          </div>
          {row && row.heldItems > 0 && <ItemsPanel visitId={row.id} onlyHeld />}
          {error && <ErrorNotice error={error} />}
        </div>
        <div className="dialog-foot">
          {row?.state === 'returned' && row.canUndo && (
            <Button hint="Ctrl+Z" onClick={() => void undo()}>
              {TEXTS.undo}
            </Button>
          )}
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" aria-disabled={verdict ? !verdict.ok : undefined}>
            {TEXTS.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
