import type { RepeatRule } from '../domain/statistics';
import type { Amount } from './facts-of-period';

/** A visit of the period, as far as 重访 is told from it. */
export interface PeriodVisit {
  id: string;
  heads: number;
  matterId: string;
  personIds: readonly string[];
}

/** Records that are one person, however they were found to be: by a link of merging, by the same document. */
export class SamePerson {
  private readonly under = new Map<string, string>();

  private head(id: string): string {
    let at = id;
    for (let next = this.under.get(at); next !== undefined; next = this.under.get(at)) at = next;
    // The next look is short.
    for (let each = id; each !== at; ) {
      const next = this.under.get(each) ?? at;
      this.under.set(each, at);
      each = next;
    }
    return at;
  }
  join(a: string, b: string): void {
    const [one, other] = [this.head(a), this.head(b)];
    if (one !== other) this.under.set(one, other);
  }
  of(id: string): string {
    return this.head(id);
  }
}

/**
 * 重访 within a period (forms 5.10): the same person or the same matter was here earlier in it. Visits come in the order of
 * time; of a collective visit any of its representatives counts.
 */
export class Repeats {
  private readonly people = new Set<string>();
  private readonly matters = new Set<string>();
  readonly repeated: string[] = [];
  readonly first: string[] = [];
  readonly amount: Amount = { visits: 0, heads: 0 };

  constructor(
    private readonly rule: Exclude<RepeatRule, 'registered'>,
    private readonly same: SamePerson,
  ) {}

  take({ id, heads, matterId, personIds }: PeriodVisit): void {
    const people = personIds.map((each) => this.same.of(each));
    const byPerson = this.rule !== 'matter' && people.some((each) => this.people.has(each));
    const byMatter = this.rule !== 'person' && matterId !== '' && this.matters.has(matterId);
    for (const each of people) this.people.add(each);
    if (matterId !== '') this.matters.add(matterId);
    if (byPerson || byMatter) {
      this.repeated.push(id);
      this.amount.visits += 1;
      this.amount.heads += heads;
    } else this.first.push(id);
  }
}
