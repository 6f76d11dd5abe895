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
import { useFoundRow } from './use-found-row';

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
  const found = useFind(text);
  const { at, move, act } = useFoundRow(text, found, found.rows);
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') act((row) => show(row.id));
    else if (chordOf(event.nativeEvent) === 'Ctrl+P') act(showPerson);
    else if (event.key === 'Escape') {
      if (open && text) setOpen(false);
      else setText('');
    } else if (!move(event)) return;
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
