import './end-day.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { CHECK_LEVEL_NAMES, DAY_END_CHECKS, DAY_END_NAMES, type DayEndKey } from '../../shared/domain/day-end';
import { mustBeSettled } from '../../shared/rules/day-end';
import { timeOf } from '../../shared/rules/time';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useDraft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { LEVEL_TONES } from '../self-check/self-check-screen';
import { TEXTS } from './end-texts';

const Typed = z.object({ reasons: z.partialRecord(z.enum(DAY_END_CHECKS), z.string()), common: z.string() });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { reasons: {}, common: '' };

interface Props {
  /** The window was to be closed: it is, once the day is ended. */
  quit: boolean;
  onEnded(said: string): void;
  onClose(): void;
}

/** 收尾: every point of the day's end, done or skipped with a reason that is kept. Ctrl+Enter ends the day. */
export function EndDayDialog({ quit, onEnded, onClose }: Props) {
  const looked = useAnswer('dayEnd.look', {});
  const closing = useRequest('dayEnd.close');
  const [requestId] = useState(() => uuid());
  const [typed, setTyped] = useState(NOTHING);
  const draft = useDraft(
    'day-end',
    () => (typed === NOTHING ? null : JSON.stringify(typed)),
    (kept) => {
      const found = Typed.safeParse(JSON.parse(kept));
      if (found.success) setTyped(found.data);
    },
  );
  const change = (next: Typed): void => {
    setTyped(next);
    draft.changed();
  };
  const items = looked.value?.items ?? [];
  const fields = closing.error?.fields ?? {};
  const reasonOf = (key: DayEndKey): string => (typed.reasons[key]?.trim() || typed.common.trim()).slice(0, 200);
  const end = async (): Promise<void> => {
    if (!looked.value || closing.busy) return;
    const skipped = items.flatMap((item) => {
      const reason = reasonOf(item.key);
      return mustBeSettled(item) && reason ? [{ key: item.key, reason }] : [];
    });
    const result = await closing.run({ requestId, skipped });
    if (!result.ok) return looked.reload();
    await draft.discard();
    if (quit) await ask('program.quit', {});
    onEnded(TEXTS.closedNow);
  };
  useHotkeys({ 'Ctrl+Enter': () => void end(), F5: looked.reload }, { inDialog: true });
  const closed = looked.value?.closed;
  const open = items.filter(mustBeSettled);
  return (
    <Dialog title={quit ? TEXTS.quitting : TEXTS.end} size="wide" stage={looked.value ? 'looked' : ''} onClose={onClose}>
      <div className="dialog-body end-day">
        <p className="tone-quiet">{quit ? TEXTS.quittingIntro : TEXTS.intro}</p>
        {closed && <Notice level="info">{TEXTS.closedBefore(timeOf(closed.at), closed.name)}</Notice>}
        {looked.error && <ErrorNotice error={looked.error} />}
        {closing.error && <ErrorNotice error={closing.error} />}
        {!looked.value && !looked.error && <p className="empty">{TEXTS.loading}</p>}
        {looked.value && (
          <table className="table">
            <thead>
              <tr>
                {TEXTS.head.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.key}>
                  <td>{DAY_END_NAMES[item.key]}</td>
                  <td>
                    <Tag tone={LEVEL_TONES[item.level]}>{CHECK_LEVEL_NAMES[item.level]}</Tag>
                  </td>
                  <td>{item.text}</td>
                  <td>
                    {mustBeSettled(item) && (
                      <TextField
                        label={TEXTS.reason(DAY_END_NAMES[item.key])}
                        labelHidden
                        dense
                        maxLength={200}
                        value={typed.reasons[item.key] ?? ''}
                        error={reasonOf(item.key) ? undefined : fields[item.key]}
                        onChange={(event) => change({ ...typed, reasons: { ...typed.reasons, [item.key]: event.target.value } })}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {open.length > 0 && (
          <TextField
            label={TEXTS.common}
            data-autofocus
            maxLength={200}
            note={TEXTS.commonNote}
            value={typed.common}
            onChange={(event) => change({ ...typed, common: event.target.value })}
          />
        )}
      </div>
      <div className="dialog-foot">
        <Button hint="F5" onClick={looked.reload}>
          {TEXTS.refresh}
        </Button>
        <Button hint="Esc" onClick={onClose}>
          {quit ? TEXTS.stay : TEXTS.back}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={closing.busy || !looked.value} onClick={() => void end()}>
          {quit ? TEXTS.endAndQuit : TEXTS.end}
        </Button>
      </div>
    </Dialog>
  );
}
