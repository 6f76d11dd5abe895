import { useEffect, useRef, useState } from 'react';
import { FOCUS_FIELDS, FOCUS_NAMES, type Focus, type FocusField } from '../../../shared/domain/interview';
import { CheckBox } from '../../components/check';
import { TextArea } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { keepBeforeLeaving } from '../../stores/screen';
import { TEXTS } from '../texts';

const SAVE_AFTER_MS = 700;

interface Props {
  id: string;
  focus: Focus;
  readOnly: boolean;
  /** Sentences beside the fields, from an end that was refused. */
  errors: Readonly<Record<string, string>>;
}

/** The four points (plan S54): each is written, or said to be unstated. Saved as they are typed. */
export function FocusPanel({ id, focus, readOnly, errors }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  useHotkeys({ F6: () => whole.current?.querySelector<HTMLElement>('textarea')?.focus() });
  return (
    <Panel title={TEXTS.focus} className="talk-focus">
      <div className="focus-grid" ref={whole}>
        {FOCUS_FIELDS.map((field) => (
          <Point key={field} id={id} field={field} kept={focus[field]} readOnly={readOnly} error={errors[`focus.${field}`]} />
        ))}
      </div>
    </Panel>
  );
}

interface PointProps {
  id: string;
  field: FocusField;
  kept: Focus[FocusField];
  readOnly: boolean;
  error: string | undefined;
}

function Point({ id, field, kept, readOnly, error }: PointProps) {
  const saving = useRequest('interview.focus');
  const [text, setText] = useState(kept.text);
  const typed = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { run } = saving;
  const save = useRef(async (_unstated?: boolean): Promise<void> => {});
  save.current = async (unstated = false) => {
    clearTimeout(timer.current);
    const now = typed.current;
    if (now === null && unstated === kept.unstated) return;
    typed.current = null;
    const words = unstated ? '' : (now ?? text);
    const result = await run({ id, field, entry: { text: words, unstated: unstated && words === '' } });
    if (!result.ok) typed.current ??= now;
  };
  // What was written elsewhere is shown while nothing is typed here.
  useEffect(() => {
    if (typed.current === null) setText(kept.text);
  }, [kept.text]);
  useEffect(() => {
    const flush = (): Promise<void> => (typed.current === null ? Promise.resolve() : save.current());
    const stop = keepBeforeLeaving(flush);
    return () => {
      stop();
      void flush();
    };
  }, []);
  return (
    <div>
      <TextArea
        label={FOCUS_NAMES[field]}
        rows={2}
        maxLength={2000}
        value={text}
        readOnly={readOnly}
        error={error}
        onChange={(event) => {
          setText(event.target.value);
          typed.current = event.target.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void save.current(), SAVE_AFTER_MS);
        }}
        onBlur={() => void (typed.current !== null && save.current())}
      />
      {!readOnly && (
        <CheckBox
          label={TEXTS.unstatedShort}
          aria-label={`${FOCUS_NAMES[field]}：${TEXTS.unstated}`}
          checked={kept.unstated}
          disabled={text !== ''}
          onChange={(event) => void save.current(event.target.checked)}
        />
      )}
      {readOnly && kept.unstated && <small>{TEXTS.unstated}</small>}
      {saving.error && <ErrorNotice error={saving.error} onDismiss={saving.clear} />}
    </div>
  );
}
