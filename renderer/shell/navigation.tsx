import type { LiveName, RequestName } from '../../shared/contract';
import { KeyHint } from '../components/button';
import { TEXTS } from './texts';

export interface ScreenLink {
  route: string;
  label: string;
  keys: string;
  /** The request without which the screen would be of no use. */
  needs: RequestName | LiveName;
  /** Instead of which other screen, for those who may not use that one. */
  insteadOf?: RequestName;
  /** Before the doors open: it stands first, but nobody's day begins on it by itself. */
  before?: boolean;
  /** Stands at the foot: not part of the day. */
  foot?: boolean;
}

/** In the order of the day; a screen appears here when it exists. */
export const SCREENS: readonly ScreenLink[] = [
  { route: 'forecast', label: '预判', keys: 'Ctrl+U', needs: 'forecast.warnings', before: true },
  { route: 'preparation', label: '准备', keys: 'Ctrl+G', needs: 'preparation.day', before: true },
  { route: 'organisation', label: '值班', keys: 'Ctrl+D', needs: 'roster.view', before: true },
  { route: 'check-in', label: '登记', keys: 'Ctrl+1', needs: 'visit.register' },
  { route: 'home', label: '今日', keys: 'Ctrl+1', needs: 'visit.today', insteadOf: 'visit.register' },
  { route: 'queue', label: '等候', keys: 'Ctrl+2', needs: 'queue.list' },
  { route: 'interview', label: '接谈', keys: 'Ctrl+3', needs: 'interview.board' },
  { route: 'incident', label: '突发', keys: 'Ctrl+0', needs: 'incident.list' },
  { route: 'supervision', label: '督办', keys: 'Ctrl+4', needs: 'supervision.list' },
  { route: 'policies', label: '政策', keys: 'Ctrl+5', needs: 'policy.search' },
  { route: 'appointments', label: '预约', keys: 'Ctrl+6', needs: 'appointment.list' },
  { route: 'briefings', label: '专报', keys: 'Ctrl+J', needs: 'briefing.list' },
  { route: 'statistics', label: '统计', keys: 'Ctrl+I', needs: 'statistics.report' },
  { route: 'day-end', label: '日终', keys: 'Ctrl+7', needs: 'queue.lost' },
  { route: 'self-check', label: '自检', keys: 'Ctrl+K', needs: 'selfCheck.run', foot: true },
  { route: 'print', label: '打印', keys: 'Ctrl+8', needs: 'print.jobs', foot: true },
  { route: 'settings', label: '设置', keys: 'Ctrl+9', needs: 'settings.all', foot: true },
];

/** What opens over any screen. */
export interface OverLink {
  label: string;
  keys: string;
  open(): void;
}

export function Navigation({ screens, current, over }: { screens: readonly ScreenLink[]; current: string; over: readonly OverLink[] }) {
  const link = (screen: ScreenLink) => (
    <a key={screen.route} className="nav-link" href={`#/${screen.route}`} aria-current={screen.route === current ? 'page' : undefined}>
      {screen.label}
      <KeyHint keys={screen.keys} />
    </a>
  );
  return (
    <nav className="nav" aria-label={TEXTS.navigation}>
      {screens.filter((s) => !s.foot).map(link)}
      <div className="nav-gap" />
      {over.map(({ label, keys, open }) => (
        <button key={label} type="button" className="nav-link" onClick={open}>
          {label}
          <KeyHint keys={keys} />
        </button>
      ))}
      {screens.filter((s) => s.foot).map(link)}
    </nav>
  );
}
