import { useCallback, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CardFields } from '../../shared/domain/reader';
import { ask } from '../bridge';
import { basePath, focusNumber, personInFocus, type Target } from './card-target';
import type { CheckInForm } from './form-values';
import { type Difference, type Filled, holdCard } from './hold-card';
import { TEXTS } from './texts';

/** What there is to say after a read or a scan, and of whom. */
export interface ReaderNews {
  at: Target;
  /** Why nothing was read. It is over when a number stands. */
  failure: string;
  notes: readonly string[];
  differs: readonly Difference[];
}

export interface DeskReader {
  /** This desk has a reader that a key can start. */
  available: boolean;
  reading: Target | null;
  news: ReaderNews | null;
  read(): void;
  cancel(): void;
  /** 「用读到的内容」 */
  useRead(): void;
  /** A scanner sent a part of a code. */
  halfScan(): void;
  /** Says nothing more, and takes no answer that is still on its way: the form is another visitor's. */
  reset(): void;
}

/**
 * 「读身份证」. The caret goes to the number at once, so that it can be typed whatever the reader does; while the reader
 * is asked the form is as usable as ever, and where the clerk went on to another field the caret stays there.
 */
export function useReader(form: UseFormReturn<CheckInForm>, available: boolean, attemptId: () => string): DeskReader {
  const [reading, setReading] = useState<Target | null>(null);
  const [news, setNews] = useState<ReaderNews | null>(null);
  const turn = useRef(0);
  const running = useRef(false);

  const say = useCallback((at: Target, more: Partial<ReaderNews>) => setNews({ at, failure: '', notes: [], differs: [], ...more }), []);
  const end = useCallback((): boolean => {
    const was = running.current;
    running.current = false;
    turn.current++;
    setReading(null);
    if (was) void ask('reader.cancel', {});
    return was;
  }, []);

  const put = useCallback(
    (at: Target, filled: readonly Filled[]) => {
      const base = basePath(at);
      const options = { shouldDirty: true, shouldValidate: form.formState.isSubmitted };
      for (const { field, read } of filled) form.setValue(`${base}.${field}` as `people.${number}.name`, read, options);
      if (filled.some(({ field }) => field === 'docNumber')) form.setValue(`${base}.asPrinted`, false);
    },
    [form],
  );

  const take = useCallback(
    (at: Target, card: CardFields, notes: readonly string[]) => {
      const person = form.getValues(`people.${at.index}`);
      if (!person) return say({ index: 0, guardian: false }, { failure: TEXTS.readForNobody });
      const { docType, docNumber, name } = person.guardian;
      const { fill, differs } = holdCard(at.guardian ? { docType, docNumber, name } : person, card);
      put(at, fill);
      if (notes.length > 0 || differs.length > 0) say(at, { notes, differs });
    },
    [form, put, say],
  );

  const read = useCallback(async (): Promise<void> => {
    if (running.current) return;
    const at = personInFocus();
    const [mine, attempt, people] = [++turn.current, attemptId(), form.getValues('people').length];
    running.current = true;
    setNews(null);
    setReading(at);
    focusNumber(at);
    const result = await ask('reader.read', {});
    if (turn.current !== mine) return;
    running.current = false;
    setReading(null);
    // A representative was taken away meanwhile: the rows are no longer whose they were.
    const moved = attemptId() !== attempt || form.getValues('people').length < people;
    if (moved) say({ index: 0, guardian: false }, { failure: TEXTS.readForNobody });
    else if (result.ok) take(at, result.value.fields, result.value.notes);
    else say(at, { failure: result.error.message });
  }, [form, attemptId, say, take]);

  const cancel = useCallback(() => {
    const at = personInFocus();
    if (end()) say(at, { failure: TEXTS.readStopped });
  }, [end, say]);
  const useRead = useCallback(() => {
    if (!news) return;
    put(news.at, news.differs);
    focusNumber(news.at);
    setNews(news.notes.length > 0 ? { ...news, differs: [] } : null);
  }, [news, put]);
  const halfScan = useCallback(() => say(personInFocus(), { failure: TEXTS.halfScan }), [say]);
  const reset = useCallback(() => {
    end();
    setNews(null);
  }, [end]);

  return { available, reading, news, read: () => void read(), cancel, useRead, halfScan, reset };
}
