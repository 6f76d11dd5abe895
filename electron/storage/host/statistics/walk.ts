import type { StatReport } from '../../../../shared/domain/statistics';
import { nothingWalked, type Walked } from '../../../../shared/statistics/facts-of-period';
import type { Period } from '../../../../shared/statistics/periods';
import type { Host } from '../host';
import { asClosed } from './closing';
import { type Asked, askedPeriod, figuresBetween, periodReport } from './period-report';
import { walkForecasts } from './walk-forecasts';
import { walkIncidents } from './walk-incidents';
import { leadersOf, ratingsOf } from './walk-matters';
import { walkPreparation } from './walk-preparation';
import { walkVisits } from './walk-visits';

/** So long a step works before it answers; what is asked meanwhile goes between its reads. */
const STEP_MS = 10;
/** Walks that are kept for the records behind their figures. */
const KEPT = 4;

export interface WalkAsked extends Asked {
  places: boolean;
}
/** One piece of the work: some rows, read and counted within a few milliseconds. */
export type Piece = () => Promise<void>;
export interface Part {
  pieces: Piece[];
  /** After all pieces. */
  tell(into: Walked): void;
}

/** A walk over a period's records for what no kept figure tells, in steps: whoever no longer asks has ended it. */
export class Walk {
  /** Row ids by the name of the figure that they are behind. */
  readonly lists = new Map<string, readonly string[]>();
  report: StatReport | null = null;
  private pieces: Piece[] | null = null;
  private parts: Part[] = [];
  private at = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: Host,
    readonly asked: WalkAsked,
  ) {}

  get done(): number {
    return this.at;
  }
  get total(): number {
    return this.pieces?.length ?? 0;
  }

  /** One at a time, should a screen ask twice. */
  step(): Promise<void> {
    const turn = this.turn.then(() => this.work());
    this.turn = turn.catch(() => {});
    return turn;
  }

  private async work(): Promise<void> {
    if (this.report) return;
    this.pieces ??= await this.plan();
    const until = performance.now() + STEP_MS;
    while (this.at < this.pieces.length) {
      await this.pieces[this.at]?.();
      this.at++;
      if (performance.now() >= until) return;
    }
    const walked = nothingWalked();
    for (const part of this.parts) part.tell(walked);
    this.report = await asClosed(this.host, await periodReport(this.host, this.asked, walked));
    // Nothing of a finished walk is needed but its lists.
    this.parts = [];
  }

  /** The kept figures say on which days there is anything to look at. */
  private async plan(): Promise<Piece[]> {
    const { host, asked, lists } = this;
    const period: Period = askedPeriod(host, asked);
    const { statistics } = await host.steady.settings();
    const days = await figuresBetween(host, period.from, period.until);
    const daysWith = (...wanted: string[]): string[] =>
      days.flatMap(({ day, figures }) => (wanted.some((figure) => (figures[figure] ?? 0) > 0) ? [day] : []));
    const rule = statistics.repeatBy;
    this.parts = [
      walkForecasts(host, daysWith('forecasts'), lists),
      walkPreparation(host, daysWith('forecasts.grade.attention', 'forecasts.grade.high'), lists),
      walkIncidents(host, daysWith('incidents'), lists),
      leadersOf(host, daysWith('visits.leader'), lists),
      ratingsOf(host, daysWith('talks'), lists),
      walkVisits(host, days, { rule, places: asked.places }, lists),
    ];
    return this.parts.flatMap(({ pieces }) => pieces);
  }
}

/** The latest walks by their ids. */
export class Walks {
  private readonly walks = new Map<string, Walk>();

  get(id: string): Walk | undefined {
    return this.walks.get(id);
  }

  begin(id: string, host: Host, asked: WalkAsked): Walk {
    const walk = new Walk(host, asked);
    this.walks.set(id, walk);
    for (const [oldest] of this.walks) if (this.walks.size > KEPT) this.walks.delete(oldest);
    return walk;
  }
}
