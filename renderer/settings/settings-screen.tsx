import './settings.css';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import type { LiveName, RequestName } from '../../shared/contract';
import { BackupTab } from '../backup/backup-tab';
import { KeepingTab } from '../keeping/keeping-tab';
import { PrivacyTab } from '../keeping/privacy-tab';
import { RetentionTab } from '../keeping/retention-tab';
import { mayAsk, useSession } from '../stores/session';
import { UpdatesTab } from '../updates/updates-tab';
import { AboutTab } from './about-tab';
import { AuditTab } from './audit-tab';
import { CalendarTab } from './calendar-tab';
import { DeadlinesTab } from './deadlines-tab';
import { DutyTab } from './duty-tab';
import { EmergencyTab } from './emergency-tab';
import { FieldsTab } from './fields-tab';
import { ForecastTab } from './forecast-tab';
import { HallScreenTab } from './hall-screen-tab';
import { HallTab } from './hall-tab';
import { LedgerTab } from './ledger-tab';
import { NoticeTab } from './notice-tab';
import { PlansTab } from './plans-tab';
import { PreparationTab } from './preparation-tab';
import { PrintingTab } from './printing-tab';
import { ReaderTab } from './reader-tab';
import { ReportsTab } from './reports-tab';
import { RulesTab } from './rules-tab';
import { StaffTab } from './staff-tab';
import { StatisticsTab } from './statistics-tab';
import { SyncTab } from './sync-tab';
import { TargetsTab } from './targets-tab';
import { TemplatesTab } from './templates-tab';
import { TEXTS } from './texts';
import { UnitTab } from './unit-tab';

type TabName = keyof typeof TEXTS.tabs;
interface Tab {
  name: TabName;
  needs: RequestName | LiveName;
  Tab: ComponentType;
}
/** In the groups in which they stand. */
const GROUPS: readonly { name: keyof typeof TEXTS.tabGroups; tabs: readonly Tab[] }[] = [
  {
    name: 'hall',
    tabs: [
      { name: 'unit', needs: 'settings.put', Tab: UnitTab },
      { name: 'hall', needs: 'settings.put', Tab: HallTab },
      { name: 'staff', needs: 'staff.list', Tab: StaffTab },
      { name: 'calendar', needs: 'settings.put', Tab: CalendarTab },
      { name: 'duty', needs: 'settings.put', Tab: DutyTab },
    ],
  },
  {
    name: 'work',
    tabs: [
      { name: 'rules', needs: 'settings.put', Tab: RulesTab },
      { name: 'fields', needs: 'settings.put', Tab: FieldsTab },
      { name: 'notice', needs: 'settings.put', Tab: NoticeTab },
      { name: 'targets', needs: 'settings.put', Tab: TargetsTab },
      { name: 'deadlines', needs: 'settings.put', Tab: DeadlinesTab },
    ],
  },
  {
    name: 'risk',
    tabs: [
      { name: 'forecast', needs: 'settings.put', Tab: ForecastTab },
      { name: 'preparation', needs: 'settings.put', Tab: PreparationTab },
      { name: 'emergency', needs: 'settings.put', Tab: EmergencyTab },
      { name: 'plans', needs: 'plan.list', Tab: PlansTab },
    ],
  },
  {
    name: 'desk',
    tabs: [
      { name: 'templates', needs: 'letter.saveTemplate', Tab: TemplatesTab },
      { name: 'printing', needs: 'settings.printing', Tab: PrintingTab },
      { name: 'reader', needs: 'settings.reader', Tab: ReaderTab },
      { name: 'hallScreen', needs: 'settings.hallScreen', Tab: HallScreenTab },
      { name: 'sync', needs: 'sync.exportPackage', Tab: SyncTab },
    ],
  },
  {
    name: 'data',
    tabs: [
      { name: 'statistics', needs: 'settings.put', Tab: StatisticsTab },
      { name: 'reports', needs: 'settings.put', Tab: ReportsTab },
      { name: 'backup', needs: 'backup.choose', Tab: BackupTab },
      { name: 'ledger', needs: 'ledger.list', Tab: LedgerTab },
      { name: 'retention', needs: 'settings.put', Tab: RetentionTab },
      { name: 'keeping', needs: 'keeping.due', Tab: KeepingTab },
      { name: 'privacy', needs: 'privacy.list', Tab: PrivacyTab },
      { name: 'audit', needs: 'audit.list', Tab: AuditTab },
      { name: 'updates', needs: 'update.check', Tab: UpdatesTab },
      { name: 'about', needs: 'system.health', Tab: AboutTab },
    ],
  },
];
/** With fewer a plain list is easier to read. */
const GROUPED_FROM = 12;

/** 「设置」: a person sees the tabs that their role may use. */
export function SettingsScreen() {
  const session = useSession((s) => s.session);
  const groups = GROUPS.map(({ name, tabs }) => ({ name, tabs: tabs.filter((tab) => mayAsk(session, tab.needs)) }));
  const tabs = groups.flatMap((group) => group.tabs);
  const grouped = tabs.length >= GROUPED_FROM;
  const [chosen, choose] = useState<TabName>(tabs[0]?.name ?? 'about');
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.name === chosen) ?? tabs[0];

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = step ? tabs[at + step] : undefined;
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <div className="screen settings">
      <div
        className={`panel settings-tabs${grouped ? ' settings-tabs-grouped' : ''}`}
        role="tablist"
        aria-label={TEXTS.title}
        aria-orientation="vertical"
        ref={list}
        onKeyDown={onKeyDown}
      >
        {groups
          .filter((group) => group.tabs.length > 0)
          .map((group) => (
            <div key={group.name} className="settings-group" role="presentation">
              {grouped && (
                <div className="settings-group-name" aria-hidden>
                  {TEXTS.tabGroups[group.name]}
                </div>
              )}
              {group.tabs.map((tab) => (
                <button
                  key={tab.name}
                  type="button"
                  role="tab"
                  id={`tab-${tab.name}`}
                  aria-selected={tab.name === chosen}
                  aria-controls="settings-tab"
                  tabIndex={tab.name === chosen ? 0 : -1}
                  onClick={() => choose(tab.name)}
                >
                  {TEXTS.tabs[tab.name]}
                </button>
              ))}
            </div>
          ))}
      </div>
      <div className="panel settings-tab" id="settings-tab" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {current && <current.Tab key={current.name} />}
      </div>
    </div>
  );
}
