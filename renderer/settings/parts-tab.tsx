import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { SettingChange } from '../../shared/contract/desk';
import { RadioChips } from '../components/check';
import { Notice } from '../components/notice';
import { SettingForm, useSaving } from './setting-form';
import { useEdited, type Wrong, wrongBySchema } from './use-edited';

export interface PartProps<V> {
  value: V;
  wrong: Wrong;
  /** The row that stands open in the part's list. */
  at: number;
  onAt(at: number): void;
  change(more: Partial<V>): void;
}

interface Props<V, P extends string> {
  title: string;
  texts: { part: string; parts: Readonly<Record<P, string>>; wrongSomewhere: string };
  saved: V | undefined;
  schema: z.ZodType<V>;
  /** What the rules say against it, by dotted path, whose first word is a part where it can be. */
  check(value: V): Record<string, string>;
  /** The part that has what stands in no list. */
  rest: P;
  /** Of what the rules say: what is about a whole list and stands beside no field. */
  whole?: readonly string[];
  change(value: V): SettingChange;
  show(part: P, props: PartProps<V>): ReactNode;
}

/** A setting too long for one page: its parts one at a time, checked and saved as one. */
export function PartsTab<V, P extends string>({ title, texts, saved, schema, check, rest, whole = [], change, show }: Props<V, P>) {
  const names = Object.keys(texts.parts) as P[];
  const edited = useEdited(saved);
  const [part, setPart] = useState<P>(names[0] ?? rest);
  const [at, setAt] = useState<Partial<Record<P, number>>>({});
  const [tried, setTried] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const saving = useSaving();
  const { value } = edited;
  const problems = (of: V): Record<string, string> => ({ ...check(of), ...wrongBySchema(schema, of) });
  const found = tried > 0 && value ? problems(value) : {};
  const wrong: Wrong = { ...(saving.error?.fields ?? {}), ...found };

  // To the first place that is wrong, wherever it is.
  useEffect(() => {
    if (tried > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  const save = async (): Promise<void> => {
    if (!value) return;
    const [first] = Object.keys(problems(value));
    setTried((n) => n + 1);
    if (first !== undefined) {
      const [where = '', row = ''] = first.split('.');
      const to = names.find((each) => each === where) ?? rest;
      setPart(to);
      if (/^\d+$/.test(row)) setAt((now) => ({ ...now, [to]: Number(row) }));
      return;
    }
    const clean = schema.parse(value);
    if (!(await saving.put(change(clean)))) return;
    edited.set(clean);
    setTried(0);
  };

  return (
    <SettingForm title={title} saving={saving} dirty={edited.dirty} onSave={() => void save()}>
      <div className="setting-sections">
        <RadioChips<P>
          label={texts.part}
          options={names.map((each) => ({ value: each, label: texts.parts[each] }))}
          value={part}
          onChange={setPart}
        />
      </div>
      {Object.keys(found).length > 0 && (
        <Notice level="error">{[texts.wrongSomewhere, ...whole.map((path) => found[path])].filter(Boolean).join(' ')}</Notice>
      )}
      <div className="setting-part" ref={body}>
        {value &&
          show(part, {
            value,
            wrong,
            at: at[part] ?? 0,
            onAt: (row) => setAt((now) => ({ ...now, [part]: row })),
            change: (more) => edited.set({ ...value, ...more }),
          })}
      </div>
    </SettingForm>
  );
}
