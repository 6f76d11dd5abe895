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
  /** Stands at the foot: not part of the day. */
  foot?: boolean;
}

/** In the order of the day; a screen appears here when it exists. */
export const SCREENS: readonly ScreenLink[] = [
  { route: 'check-in', label: '登记', keys: 'Ctrl+1', needs: 'visit.register' },
  { route: 'home', label: '今日', keys: 'Ctrl+1', needs: 'visit.today', insteadOf: 'visit.register' },
  { route: 'appointments', label: '预约', keys: 'Ctrl+6', needs: 'appointment.list' },
  { route: 'print', label: '打印', keys: 'Ctrl+2', needs: 'print.jobs', foot: true },
  { route: 'settings', label: '设置', keys: 'Ctrl+3', needs: 'settings.all', foot: true },
];

export function Navigation({ screens, current }: { screens: readonly ScreenLink[]; current: string }) {
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
      {screens.filter((s) => s.foot).map(link)}
    </nav>
  );
}
