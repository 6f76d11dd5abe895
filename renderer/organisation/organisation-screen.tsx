import './organisation.css';
import { type ComponentType, useState } from 'react';
import { dayOf } from '../../shared/rules/time';
import { Tabs } from '../components/tabs';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';
import { GroupsPanel } from './groups-panel';
import { MorningPanel } from './morning-panel';
import { OpeningPanel } from './opening-panel';
import { OutsidePanel } from './outside-panel';
import { RosterPanel } from './roster-panel';
import { SuppliesPanel } from './supplies-panel';
import { TEXTS } from './texts';

export type OrganisationTab = keyof typeof TEXTS.tabs;
const PANELS: Record<OrganisationTab, ComponentType<{ today: string; onGo(tab: OrganisationTab): void }>> = {
  morning: MorningPanel,
  roster: RosterPanel,
  opening: OpeningPanel,
  supplies: SuppliesPanel,
  groups: GroupsPanel,
  outside: OutsidePanel,
};
const TABS = (Object.keys(TEXTS.tabs) as OrganisationTab[]).map((name) => ({ name, label: TEXTS.tabs[name] }));

/** 「值班」: who leads, who is on duty, whether hall and supplies are fit for the day. */
export function OrganisationScreen() {
  const today = useLive('hall.now', {}).value?.date ?? dayOf(programNow());
  const [tab, choose] = useState<OrganisationTab>('morning');
  const Shown = PANELS[tab];
  return (
    <div className="screen organisation">
      <Tabs label={TEXTS.title} tabs={TABS} current={tab} onChoose={(name) => choose(name)}>
        <Shown key={tab} today={today} onGo={choose} />
      </Tabs>
    </div>
  );
}
