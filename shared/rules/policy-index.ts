import { articleHead } from './policy-lines';
import { meansTitle, type PolicyQuery, type PolicyTerm, plainText } from './policy-query';

/** What the index knows of an article; its text is kept, for the ranking looks into it. */
export interface IndexedArticle {
  id: string;
  policyId: string;
  /** Its place in the text. */
  n: number;
  label: string;
  subject: string;
  chapter: string;
  words: string;
}
/** What ranks a whole text: changes without the articles changing. */
export interface RankedPolicy {
  title: string;
  active: boolean;
  digest: boolean;
  effective: string;
  /** The smaller, the sooner among equals: an act of state before a leaflet of the unit. */
  order: number;
}

interface Entry extends IndexedArticle {
  number: number;
  branch: number;
  plainWords: string;
  plainSubject: string;
}

/** So many are looked at closely: what stands behind them is found by hardly any of the words. */
const CLOSELY = 120;
const SYNONYM_WEIGHT = 0.6;

/**
 * Full text of a few thousand pages, in memory: for each pair of neighbouring characters, and each single one, the
 * articles it stands in. Chinese has no spaces, and pairs need no dictionary; 5,000 pages answer in a few milliseconds
 * (tests/bench). First the articles with the rarest pairs, then a close look at the best of them.
 */
export class PolicyIndex {
  private readonly entries: (Entry | null)[] = [];
  private readonly byId = new Map<string, number>();
  /** Key: both units of a pair, or the unit alone. */
  private readonly postings = new Map<number, number[]>();

  get size(): number {
    return this.byId.size;
  }
  has(id: string): boolean {
    return this.byId.has(id);
  }
  get(id: string): IndexedArticle | undefined {
    const at = this.byId.get(id);
    return at === undefined ? undefined : (this.entries[at] ?? undefined);
  }
  /** Of one text, in its order; empty for one that has none. */
  idsOf(policyId: string): string[] {
    const own = this.entries.filter((entry): entry is Entry => entry?.policyId === policyId);
    return own.sort((a, b) => a.n - b.n).map(({ id }) => id);
  }
  ids(): IterableIterator<string> {
    return this.byId.keys();
  }

  add(article: IndexedArticle): void {
    if (this.byId.has(article.id)) return;
    const at = this.entries.length;
    const head = articleHead(article.label);
    const entry: Entry = {
      ...article,
      number: head?.number ?? 0,
      branch: head?.branch ?? 0,
      plainWords: plainText(article.words),
      plainSubject: plainText(`${article.subject} ${article.chapter}`),
    };
    this.entries.push(entry);
    this.byId.set(article.id, at);
    for (const key of keysOf(`${entry.plainSubject}\n${plainText(entry.label)}\n${entry.plainWords}`)) {
      const list = this.postings.get(key);
      if (list) list.push(at);
      else this.postings.set(key, [at]);
    }
  }

  /** Its postings stay and lead nowhere: articles hardly ever go. */
  remove(id: string): void {
    const at = this.byId.get(id);
    if (at === undefined) return;
    this.entries[at] = null;
    this.byId.delete(id);
  }

  /** Best first. @param policies by id; articles of others are not found */
  find(query: PolicyQuery, policies: ReadonlyMap<string, RankedPolicy>, limit: number): { ids: string[]; total: number } {
    const jumped = this.byNumber(query, policies);
    const found = query.terms.length > 0 && !(query.article?.certain && jumped.length > 0) ? this.byWords(query.terms, policies) : [];
    const first = new Set(jumped);
    const ids = [...jumped, ...found.filter((id) => !first.has(id))];
    return { ids: ids.slice(0, limit), total: ids.length };
  }

  private byNumber({ article }: PolicyQuery, policies: ReadonlyMap<string, RankedPolicy>): string[] {
    if (!article) return [];
    const meant = this.entries.filter((entry): entry is Entry => {
      const policy = entry ? policies.get(entry.policyId) : undefined;
      return (
        entry?.number === article.number &&
        entry.branch === article.branch &&
        policy !== undefined &&
        meansTitle(article.title, policy.title)
      );
    });
    return meant.sort((a, b) => compare(policies.get(a.policyId), policies.get(b.policyId))).map(({ id }) => id);
  }

  private byWords(terms: readonly PolicyTerm[], policies: ReadonlyMap<string, RankedPolicy>): string[] {
    const scores = new Float32Array(this.entries.length);
    for (const { word, others } of terms) {
      this.score(scores, word, 1);
      for (const other of others) this.score(scores, other, SYNONYM_WEIGHT);
    }
    const candidates: { entry: Entry; policy: RankedPolicy; score: number }[] = [];
    for (const [at, score] of scores.entries()) {
      const entry = score > 0 ? this.entries[at] : null;
      const policy = entry ? policies.get(entry.policyId) : undefined;
      if (entry && policy) candidates.push({ entry, policy, score });
    }
    candidates.sort((a, b) => b.score - a.score);
    const close = candidates.slice(0, CLOSELY);
    const best = close[0]?.score ?? 0;
    for (const candidate of close) candidate.score = candidate.score / (best || 1) + closeLook(candidate.entry, terms);
    // What shares little more than a common pair with the question is left out, as long as something better is there.
    const top = Math.max(0, ...close.map(({ score }) => score));
    return close
      .filter(({ score }) => score > top * 0.3)
      .sort((a, b) => Number(b.policy.active) - Number(a.policy.active) || b.score - a.score || compare(a.policy, b.policy))
      .map(({ entry }) => entry.id);
  }

  /** Adds to each article how much of a word it has, rare pairs counting most. */
  private score(scores: Float32Array, word: string, weight: number): void {
    const keys = word.length === 1 ? [word.charCodeAt(0)] : [...pairsOf(word)];
    for (const key of keys) {
      const list = this.postings.get(key);
      if (!list) continue;
      const rarity = Math.log(1 + this.entries.length / list.length);
      for (const at of list) scores[at] = (scores[at] ?? 0) + (rarity * weight) / keys.length;
    }
  }
}

/** 0 to about 5 a term: the word itself, in the subject, in the text, at least all of it near together. */
function closeLook({ plainWords, plainSubject }: Entry, terms: readonly PolicyTerm[]): number {
  let sum = 0;
  for (const { word, others } of terms) {
    let best = 0;
    for (const [name, weight] of [[word, 1], ...others.map((other) => [other, SYNONYM_WEIGHT])] as [string, number][]) {
      const inSubject = plainSubject.includes(name) ? 2 : 0;
      const inWords = plainWords.includes(name) ? 2 : nearness(plainWords, name);
      best = Math.max(best, (inSubject + inWords) * weight);
    }
    sum += best;
  }
  return sum / Math.max(1, terms.length);
}

/** Of a word that does not stand there as one: 0 to 1.5, how many of its characters stand near together, in any order. */
function nearness(text: string, word: string): number {
  if (word.length < 2) return 0;
  const wanted = new Set(word);
  const window = word.length * 3;
  let best = 0;
  for (let at = text.indexOf(word[0] ?? ''); at >= 0; at = text.indexOf(word[0] ?? '', at + 1)) {
    const near = text.slice(Math.max(0, at - window), at + window);
    let there = 0;
    for (const c of wanted) if (near.includes(c)) there++;
    best = Math.max(best, there / wanted.size);
    if (best === 1) break;
  }
  return best < 0.75 ? 0 : best * 1.5 - 0.5;
}

/** In force before retired, the state's before the unit's, an original before a digest, the newer before the older. */
function compare(a: RankedPolicy | undefined, b: RankedPolicy | undefined): number {
  if (!a || !b) return 0;
  return (
    Number(b.active) - Number(a.active) ||
    a.order - b.order ||
    Number(a.digest) - Number(b.digest) ||
    (a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0)
  );
}

function pairsOf(word: string): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < word.length; i++) pairs.add(pair(word.charCodeAt(i), word.charCodeAt(i + 1)));
  return pairs;
}
const pair = (a: number, b: number): number => a * 0x10000 + b;

/** White space and marks end a pair: nobody looks for them. */
const SEPARATES = /[\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20“”‘’…—·,.;:!?()[\]<>"']/;
function keysOf(text: string): Set<number> {
  const keys = new Set<number>();
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Testing each unit with the expression would take most of the time of an import.
    const separates =
      unit < 0x30 ||
      (unit >= 0x3000 && unit < 0x3040) ||
      (unit >= 0x2000 && unit < 0x2e80) ||
      (unit > 0xff00 && SEPARATES.test(text[i] ?? ''));
    if (separates) before = 0;
    else {
      keys.add(unit);
      if (before > 0) keys.add(pair(before, unit));
      before = unit;
    }
  }
  return keys;
}
