import './tabs.css';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useHotkeys } from '../hooks/use-hotkeys';
import { KeyHint } from './button';

interface Props<T extends string> {
  label: string;
  tabs: readonly { name: T; label: string }[];
  current: T;
  onChoose(name: T): void;
  children: ReactNode;
}

/** The parts of a screen: Alt and a digit choose one from anywhere, arrows while the keyboard stands on the row. */
export function Tabs<T extends string>({ label, tabs, current, onChoose, children }: Props<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  useHotkeys(Object.fromEntries(tabs.map(({ name }, i) => [`Alt+${i + 1}`, () => onChoose(name)])));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step ? tabs[tabs.findIndex(({ name }) => name === current) + step] : undefined;
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
        {tabs.map(({ name, label: words }, i) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === current}
            aria-controls={`${id}-tab`}
            tabIndex={name === current ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {words}
            <KeyHint keys={`Alt+${i + 1}`} />
          </button>
        ))}
      </div>
      <div className="tab" id={`${id}-tab`} role="tabpanel" aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </>
  );
}
