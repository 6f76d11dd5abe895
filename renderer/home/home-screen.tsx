import { TodayPanel } from '../check-in/today-panel';
import { Notice } from '../components/notice';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** For roles that register nobody: what they may see of today, or a word on what their role can do here. */
export function HomeScreen() {
  const mayRead = useMayAsk('visit.today');
  return <div className="screen">{mayRead ? <TodayPanel focusKey /> : <Notice level="info">{TEXTS.nothing}</Notice>}</div>;
}
