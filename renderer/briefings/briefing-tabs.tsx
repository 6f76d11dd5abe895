import { type KeyboardEvent, useRef } from 'react';
import { BRIEFING_SECTIONS } from '../../shared/domain/briefing';
import { KeyHint } from '../components/button';
import { TEXTS } from './texts';

export const BRIEFING_TABS = ['head', ...BRIEFING_SECTIONS, 'names', 'course'] as const;
export type BriefingTab = (typeof BRIEFING_TABS)[number];
const NAMES: Record<BriefingTab, string> = TEXTS.tabs;

/** One part of it at a time: Alt+1 … Alt+9, or the arrows. */
export function BriefingTabs({ tab, onChoose }: { tab: BriefingTab; onChoose(tab: BriefingTab): void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? BRIEFING_TABS.length - 1 : 0;
    const next = BRIEFING_TABS[(BRIEFING_TABS.indexOf(tab) + step) % BRIEFING_TABS.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#briefing-${next}`)?.focus();
  };
  return (
    <div className="briefing-tabs" role="tablist" aria-label={TEXTS.sections} ref={list} onKeyDown={onKeyDown}>
      {BRIEFING_TABS.map((name, i) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`briefing-${name}`}
          aria-selected={name === tab}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {NAMES[name]}
          <KeyHint keys={`Alt+${i + 1}`} />
        </button>
      ))}
    </div>
  );
}
