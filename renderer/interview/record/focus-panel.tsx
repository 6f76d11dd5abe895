import { useEffect, useRef, useState } from 'react';
import { FOCUS_FIELDS, FOCUS_NAMES, type Focus, type FocusEntry, type FocusField } from '../../../shared/domain/interview';
import { ok } from '../../../shared/result';
import { ask } from '../../bridge';
import { CheckBox } from '../../components/check';
import { TextArea } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { Panel } from '../../components/panel';
import type { DraftStore } from '../../hooks/draft-keeper';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useKeeper } from '../../hooks/use-keeper';
import { programNow } from '../../stores/session';
import { TEXTS } from '../texts';
import type { BeforeEnd } from './before-end';

/** Each save stays in the journal for ever: as few as keep every key within a second. */
const SAVE_AFTER_MS = 800;

interface Props {
  id: string;
  focus: Focus;
  readOnly: boolean;
  /** Sentences beside the fields, from an end that was refused. */
  errors: Readonly<Record<string, string>>;
  beforeEnd: BeforeEnd;
}

/** The four points (plan S54): each is written, or said to be unstated. Saved as they are typed. */
export function FocusPanel({ focus, errors, ...rest }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  useHotkeys({ F6: () => whole.current?.querySelector<HTMLElement>('textarea')?.focus() });
  return (
    <Panel title={TEXTS.focus} className="talk-focus">
      <div className="focus-grid" ref={whole}>
        {FOCUS_FIELDS.map((field) => (
          <Point key={field} field={field} kept={focus[field]} error={errors[`focus.${field}`]} {...rest} />
        ))}
      </div>
    </Panel>
  );
}

interface PointProps extends Pick<Props, 'id' | 'readOnly' | 'beforeEnd'> {
  field: FocusField;
  kept: FocusEntry;
  error: string | undefined;
}

const storeOf = (id: string, field: FocusField): DraftStore<FocusEntry> => {
  const save: DraftStore<FocusEntry>['save'] = async (entry) => {
    const result = await ask('interview.focus', { id, field, entry });
    return result.ok ? ok({ savedAt: programNow() }) : result;
  };
  return { save, discard: () => save({ text: '', unstated: false }) };
};

function Point({ id, field, kept, readOnly, error, beforeEnd }: PointProps) {
  const [text, setText] = useState(kept.text);
  const latest = useRef(kept);
  /** What stands here is newer than what is known to be stored. */
  const mine = useRef(false);
  const { keeper, news } = useKeeper(storeOf(id, field), () => latest.current, SAVE_AFTER_MS);
  const change = (entry: FocusEntry): void => {
    setText(entry.text);
    latest.current = entry;
    mine.current = true;
    keeper.changed();
  };
  // What was written elsewhere is shown while nothing is typed here; what is stored of mine is shorter by its last blanks.
  useEffect(() => {
    const { text: typed, unstated } = latest.current;
    if (mine.current && (typed.trim() !== kept.text || unstated !== kept.unstated)) return;
    if (!mine.current) setText(kept.text);
    mine.current = false;
  }, [kept.text, kept.unstated]);
  useEffect(
    () =>
      beforeEnd.add(async () => {
        await keeper.flush();
        return keeper.problem;
      }),
    [beforeEnd, keeper],
  );
  const wrong = news.refused?.fields?.['entry.text'];
  return (
    <div>
      <TextArea
        label={FOCUS_NAMES[field]}
        rows={2}
        value={text}
        readOnly={readOnly}
        error={wrong ? TEXTS.notStored(wrong) : error}
        onChange={(event) => change({ text: event.target.value, unstated: false })}
        onBlur={() => void keeper.flush()}
      />
      {!readOnly && (
        <CheckBox
          label={TEXTS.unstatedShort}
          aria-label={`${FOCUS_NAMES[field]}：${TEXTS.unstated}`}
          checked={kept.unstated}
          disabled={text !== ''}
          onChange={(event) => {
            change({ text: '', unstated: event.target.checked });
            void keeper.flush();
          }}
        />
      )}
      {readOnly && kept.unstated && <small>{TEXTS.unstated}</small>}
      {news.failed && !news.refused && <p className="tone-warn">{TEXTS.notSaved}</p>}
      {news.refused && !wrong && <ErrorNotice error={news.refused} />}
    </div>
  );
}
