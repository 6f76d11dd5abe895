import './search.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classifyScan } from '../../shared/rules/reader-scan';
import { KeyHint } from '../components/button';
import { chordOf, isComposing, useHotkeys } from '../hooks/use-hotkeys';
import { useScanner } from '../hooks/use-scanner';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { FoundList } from './found-list';
import { TEXTS } from './texts';
import { type Found, useFind } from './use-find';

type Row = Found['rows'][number];

/**
 * One box over everything registered. F2 from anywhere. A card's bar code scanned without the caret in here is looked up
 * only for those who take no cards back: for everybody else it begins 收卡 (return/use-scanned-card).
 */
export function SearchBox() {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFind(text);
  /** Enter or Ctrl+P was pressed before the answer to this text was there. */
  const [awaited, setAwaited] = useState<{ text: string; open(row: Row): void } | null>(null);
  const openVisit = useScreen((s) => s.openVisit);
  const openPerson = useScreen((s) => s.openPerson);
  const takesCards = useMayAsk('visit.act');

  useHotkeys({
    F2: () => {
      box.current?.focus();
      box.current?.select();
      setOpen(true);
    },
  });
  useScanner((scanned) => {
    const scan = classifyScan(scanned);
    if (scan.kind !== 'card-number') return false;
    box.current?.focus();
    setText(scan.number);
    setOpen(true);
    return true;
  }, !takesCards);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text begins again at the first result
  useEffect(() => setAt(0), [text]);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);

  const show = (visitId: string): void => {
    setOpen(false);
    openVisit(visitId);
  };
  const showPerson = ({ personId }: Row): void => {
    setOpen(false);
    openPerson(personId);
  };
  useEffect(() => {
    if (!awaited || found.text !== awaited.text) return;
    setAwaited(null);
    const first = found.rows[0];
    if (first) awaited.open(first);
  }, [awaited, found]);
  /** The answer on the screen may still be to the text before the last letter: a scanner's Enter follows at once. */
  const act = (open: (row: Row) => void): void => {
    const row = found.rows[at];
    if (found.text !== text.trim()) setAwaited({ text: text.trim(), open });
    else if (row) open(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') act((row) => show(row.id));
    else if (chordOf(event.nativeEvent) === 'Ctrl+P') act(showPerson);
    else if (event.key === 'Escape') {
      if (open && text) setOpen(false);
      else setText('');
    } else return;
    event.preventDefault();
  };

  const shown = open && text.trim() !== '' && found.text !== '';
  return (
    <div className="search" ref={whole}>
      <label htmlFor={id} className="only-heard">
        {TEXTS.label}
      </label>
      <input
        ref={box}
        id={id}
        type="search"
        className="control"
        data-takes-scan
        placeholder={TEXTS.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && found.rows.length > 0 ? `${id}-list-${at}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setAwaited(null);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={(event) => {
          if (!whole.current?.contains(event.relatedTarget)) setOpen(false);
        }}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys="F2" />
      {shown && <FoundList id={`${id}-list`} found={found} at={at} onOpen={show} />}
    </div>
  );
}
