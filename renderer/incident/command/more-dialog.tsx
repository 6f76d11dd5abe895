import { Button, KeyHint } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';
import type { Asking } from './asking';

/** Everything that can be added, a letter each; in the rush nobody looks for it in a menu of menus. */
export const MORE: readonly { key: string; label: string; ask: NonNullable<Asking> }[] = [
  { key: 'R', label: '现场人数', ask: { kind: 'entry', entry: 'people' } },
  { key: 'X', label: '出现的行为', ask: { kind: 'conducts' } },
  { key: 'T', label: '任务', ask: { kind: 'tasks' } },
  { key: 'J', label: '决定', ask: { kind: 'entry', entry: 'decision' } },
  { key: 'D', label: '到场', ask: { kind: 'entry', entry: 'arrival' } },
  { key: 'Q', label: '劝离一次', ask: { kind: 'entry', entry: 'persuasion' } },
  { key: 'W', label: '物品', ask: { kind: 'entry', entry: 'item' } },
  { key: 'S', label: '伤情', ask: { kind: 'entry', entry: 'injury' } },
  { key: 'P', label: '照片', ask: { kind: 'photo' } },
  { key: 'L', label: '录像', ask: { kind: 'entry', entry: 'camera' } },
  { key: 'Y', label: '接谈录音', ask: { kind: 'recording' } },
  { key: 'V', label: '涉及的来访人', ask: { kind: 'visitors' } },
  { key: 'F', label: '专项记录', ask: { kind: 'facts' } },
  { key: 'B', label: '报告', ask: { kind: 'report' } },
  { key: 'H', label: '处置手册', ask: { kind: 'handbook' } },
  { key: 'G', label: '工作组消息', ask: { kind: 'messages' } },
  { key: 'N', label: '清点人员', ask: { kind: 'roll-call' } },
];

export function MoreDialog({ onPick, onClose }: { onPick(ask: NonNullable<Asking>): void; onClose(): void }) {
  useHotkeys(Object.fromEntries(MORE.map(({ key, ask }) => [key, () => onPick(ask)])), { inDialog: true });
  return (
    <Dialog title={TEXTS.more} onClose={onClose}>
      <div className="dialog-body more">
        {MORE.map(({ key, label, ask }) => (
          <button key={key} type="button" className="more-act" onClick={() => onPick(ask)}>
            <KeyHint keys={key} />
            {label}
          </button>
        ))}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" data-autofocus onClick={onClose}>
          {TEXTS.back}
        </Button>
      </div>
    </Dialog>
  );
}
