import type { ReactNode } from 'react';
import { SyncLight } from '../sync/sync-light';
import { TEXTS } from './texts';

/** What is being set up, beside the sheet that asks. */
export function WizardAside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="wizard-steps">
      <h1>{TEXTS.product}</h1>
      <p>{title}</p>
      {children}
      <SyncLight />
    </aside>
  );
}
