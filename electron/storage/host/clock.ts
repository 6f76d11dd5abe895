import { dayOf } from '../../../shared/rules/time';

/** The one place that reads the machine's clock, so that tests can stand on any day. */
export class Clock {
  constructor(private readonly offsetMs: number) {}

  /** Milliseconds UTC. */
  now(): number {
    return Date.now() + this.offsetMs;
  }
  /** The day in the hall's zone. */
  today(): string {
    return dayOf(this.now());
  }
}
