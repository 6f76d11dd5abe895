import type { Chart as ChartModel } from '../../shared/domain/statistics';
import { TEXTS } from './texts';

/** In the drawing's own units; the drawing is as wide as its place. */
const WIDTH = 460;
const BAR = 26;
const NAME = 150;
const NUMBER = 44;
const HEIGHT = 220;
const FOOT = 22;
const HEAD = 18;
const GAP = 0.28;

/** A picture of what stands in the table beside it, so it is named as one and says no number that the table does not. */
export function Chart({ chart }: { chart: ChartModel }) {
  const said = chart.points.map(({ label, value }) => `${label} ${value}${chart.unit}`).join('，');
  return (
    <figure className="stat-chart">
      <figcaption>
        {chart.label}（{chart.unit}）
        {chart.baseLabel && (
          <span className="stat-legend">
            <i className="stat-key" /> {TEXTS.now}
            <i className="stat-key stat-key-base" /> {chart.baseLabel}
          </span>
        )}
      </figcaption>
      {chart.kind === 'bars' ? <Bars chart={chart} said={said} /> : <Columns chart={chart} said={said} />}
    </figure>
  );
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function Bars({ chart: { label, points }, said }: { chart: ChartModel; said: string }) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const room = WIDTH - NAME - NUMBER;
  const height = Math.max(1, points.length) * BAR;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${label}：${said}`}>
      {points.map(({ label: name, value }, i) => (
        <g key={name} transform={`translate(0 ${i * BAR})`}>
          <text x={NAME - 8} y={BAR / 2} className="stat-name">
            {short(name, 10)}
          </text>
          <rect x={NAME} y={5} width={Math.max(value > 0 ? 2 : 0, (value / most) * room)} height={BAR - 10} className="stat-bar" />
          <text x={NAME + (value / most) * room + 6} y={BAR / 2} className="stat-value">
            {value}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Columns({ chart: { label, points }, said }: { chart: ChartModel; said: string }) {
  const most = Math.max(1, ...points.flatMap(({ value, base }) => [value, base ?? 0]));
  const room = HEIGHT - FOOT - HEAD;
  const step = WIDTH / Math.max(1, points.length);
  const tall = (value: number): number => (value / most) * room;
  // Thirty-one numbers do not fit: the highest is said, and every fifth day.
  const crowded = points.length > 14;
  const highest = points.findIndex(({ value }) => value === Math.max(...points.map((point) => point.value)));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${label}：${said}`}>
      <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="stat-axis" />
      {points.map(({ label: name, value, base }, i) => (
        <g key={name} transform={`translate(${i * step} 0)`}>
          <rect
            x={(step * GAP) / 2}
            y={HEIGHT - FOOT - tall(value)}
            width={step * (1 - GAP)}
            height={Math.max(value > 0 ? 1 : 0, tall(value))}
            className="stat-bar"
          />
          {base !== null && base > 0 && (
            <line x1={1} x2={step - 1} y1={HEIGHT - FOOT - tall(base)} y2={HEIGHT - FOOT - tall(base)} className="stat-base" />
          )}
          {value > 0 && (!crowded || i === highest) && (
            <text x={step / 2} y={HEIGHT - FOOT - tall(Math.max(value, base ?? 0)) - 5} className="stat-above">
              {value}
            </text>
          )}
          {(!crowded || i === 0 || (i + 1) % 5 === 0) && (
            <text x={step / 2} y={HEIGHT - 6} className="stat-below">
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
