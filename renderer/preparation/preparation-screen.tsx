import '../organisation/organisation.css';
import './preparation.css';
import { useState } from 'react';
import { dayOf } from '../../shared/rules/time';
import { ErrorNotice } from '../components/notice';
import { Tabs } from '../components/tabs';
import { useLive } from '../hooks/use-live';
import { programNow } from '../stores/session';
import { ItemsPanel } from './items-panel';
import { MeetingPanel } from './meeting-panel';
import { PatrolPanel } from './patrol-panel';
import { TEXTS } from './texts';

export type PreparationTab = keyof typeof TEXTS.tabs;
const TABS = (Object.keys(TEXTS.tabs) as PreparationTab[]).map((name) => ({ name, label: TEXTS.tabs[name] }));

/** 「准备」: what has to be done before a matter of 关注 or 高风险 is received, counted back from its time. */
export function PreparationScreen() {
  const today = useLive('hall.now', {}).value?.date ?? dayOf(programNow());
  const day = useLive('preparation.day', { date: today });
  const settings = useLive('settings.all', {}).value;
  const [tab, choose] = useState<PreparationTab>('items');
  return (
    <div className="screen organisation">
      <Tabs label={TEXTS.title} tabs={TABS} current={tab} onChoose={(name) => choose(name)}>
        {day.error && !day.value && <ErrorNotice error={day.error} />}
        {!day.error && (!day.value || !settings) && <p className="empty">{TEXTS.loading}</p>}
        {day.value && settings && tab === 'items' && <ItemsPanel day={day.value} settings={settings} onGo={choose} />}
        {day.value && settings && tab === 'patrol' && <PatrolPanel day={day.value} settings={settings} />}
        {day.value && settings && tab === 'meeting' && <MeetingPanel day={day.value} settings={settings} />}
      </Tabs>
    </div>
  );
}
