import type { IncidentView } from '../../../shared/contract/incidents';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

const WIDTH = 150;
const HEIGHT = 52;

/** Heads over time as a line of steps; nothing before the second count, for one number needs no curve. */
export function PeopleCurve({ people, now }: { people: IncidentView['people']; now: () => number }) {
  const elapsed = useTick(now, 5000);
  if (people.length < 2) return null;
  const end = Math.max(elapsed, people.at(-1)?.elapsed ?? 1, 1);
  const most = Math.max(1, ...people.map(({ count }) => count));
  const x = (at: number): number => (at / end) * WIDTH;
  const y = (count: number): number => HEIGHT - 2 - (count / most) * (HEIGHT - 14);
  const points = people.flatMap(({ elapsed: at, count }, i) => {
    const before = people[i - 1];
    return before ? [`${x(at)},${y(before.count)}`, `${x(at)},${y(count)}`] : [`${x(at)},${y(count)}`];
  });
  const last = people.at(-1);
  if (last) points.push(`${WIDTH},${y(last.count)}`);
  return (
    <svg
      className="people-curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${TEXTS.people}：${people.map((p) => p.count).join('、')}`}
    >
      <polyline points={points.join(' ')} />
      <text x="0" y="10">
        {TEXTS.people} {most}
      </text>
    </svg>
  );
}
