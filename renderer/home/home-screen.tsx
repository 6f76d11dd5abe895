import { TodayPanel } from '../check-in/today-panel';

/** 「今日」: for roles that register nobody but work with those who came. */
export function HomeScreen() {
  return (
    <div className="screen">
      <TodayPanel focusKey />
    </div>
  );
}
