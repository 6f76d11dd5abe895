/** How much is moved. `PEERS_DOCS=1000` for a short try: a tenth of it is published. */
export const DOCS = Number(process.env.PEERS_DOCS ?? 100_000);
export const PUBLISHED = Number(process.env.PEERS_PUBLISHED ?? Math.ceil(DOCS / 10));
/** Rows a transaction, a request, a batch: the same for all. */
export const CHUNK = 1000;
/** What has not said by then that it is done is said to have not. */
export const LIMIT_S = Number(process.env.PEERS_LIMIT_S ?? 1800);

/** One candidate at one piece of work. Times in milliseconds. */
export interface Result {
  who: string;
  work: 'first sync' | 'publish';
  rows: number;
  took: number | null;
  /** Rows at the place they had to come to, counted past the candidate. */
  counted: number;
  /** Why it does not count, or what was odd; empty if nothing. */
  problem: string;
}

/** A step that ends in any case: the milliseconds it answers, or why there are none. */
export async function step(asked: Promise<number>): Promise<{ took: number | null; problem: string }> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<{ took: null; problem: string }>((resolve) => {
    const problem = `did not say within ${LIMIT_S} s that it was in sync`;
    timer = setTimeout(() => resolve({ took: null, problem }), LIMIT_S * 1000);
  });
  const answered = asked.then(
    (took) => ({ took, problem: '' }),
    (error: unknown) => ({ took: null, problem: error instanceof Error ? error.message : String(error) }),
  );
  return Promise.race([answered, limit]).finally(() => clearTimeout(timer));
}
