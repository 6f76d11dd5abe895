import { type KeyboardEvent, useRef } from 'react';
import { KeyHint } from '../components/button';
import { TEXTS } from './texts';

export const VIEWS = ['due', 'all', 'settled'] as const;
export type View = (typeof VIEWS)[number];

/** What is owed, all matters, or those at their end. */
export function ViewTabs({ view, onChoose }: { view: View; onChoose(view: View): void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? VIEWS.length - 1 : 0;
    const next = VIEWS[(VIEWS.indexOf(view) + step) % VIEWS.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#supervision-${next}`)?.focus();
  };
  return (
    <div className="supervision-views" role="tablist" aria-label={TEXTS.title} ref={list} onKeyDown={onKeyDown}>
      {VIEWS.map((name, i) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`supervision-${name}`}
          aria-selected={name === view}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {TEXTS.views[name]}
          <KeyHint keys={`Alt+${i + 1}`} />
        </button>
      ))}
    </div>
  );
}
