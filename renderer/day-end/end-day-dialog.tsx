import './end-day.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { DAY_END_CHECKS, DAY_END_NAMES, type DayEndKey } from '../../shared/domain/day-end';
import { mustBeSettled } from '../../shared/rules/day-end';
import { sinceWords } from '../../shared/rules/day-standing';
import { timeOf } from '../../shared/rules/time';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useTyped } from '../hooks/use-typed';
import { LevelTag } from '../self-check/level-tag';
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
  const { typed, change, discard } = useTyped('day-end', Typed, NOTHING);
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
    await discard();
    if (quit) await ask('program.quit', {});
    onEnded(TEXTS.closedNow);
  };
  useHotkeys({ 'Ctrl+Enter': () => void end(), F5: looked.reload }, { inDialog: true });
  const { closed, reopened } = looked.value ?? {};
  const open = items.filter(mustBeSettled);
  return (
    <Dialog title={quit ? TEXTS.quitting : TEXTS.end} size="wide" stage={looked.value ? 'looked' : ''} onClose={onClose}>
      <div className="dialog-body end-day">
        <p className="tone-quiet">{quit ? TEXTS.quittingIntro : TEXTS.intro}</p>
        {closed && <Notice level="info">{TEXTS.closedBefore(timeOf(closed.at), closed.name)}</Notice>}
        {reopened && <Notice level="info">{TEXTS.reopened(timeOf(reopened.endedAt), reopened.name, sinceWords(reopened))}</Notice>}
        {looked.error && <ErrorNotice error={looked.error} />}
        {closing.error && <ErrorNotice error={closing.error} />}
        {!looked.value && !looked.error && <p className="empty">{TEXTS.loading}</p>}
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
                    <LevelTag level={item.level} />
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
