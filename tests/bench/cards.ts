import type { Page } from '@playwright/test';
import { choosePrinter } from '../e2e/print-jobs';
import type { RunningProgram } from '../e2e/program';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { type Measured, percentile, spread } from './figures';
import { timedSave } from './save';

const QUEUE = 'RECEPTION_BENCH';
const CARDS = 40;
const WARM_UP = 3;

interface CardTimes {
  /** From the moment the job is stored as being rendered until it is stored as archived. */
  made: number;
  /** From the save until then: what a clerk waits before the printer has it. */
  waited: number;
}

/** Cards as they come from registrations, each printed by a real CUPS queue before the next visitor comes. */
export async function measureCards({ page }: RunningProgram): Promise<Measured> {
  await setUpCups(QUEUE);
  const cards: CardTimes[] = [];
  const saves: number[] = [];
  try {
    await choosePrinter(page, QUEUE);
    for (let n = 0; n < CARDS + WARM_UP; n++) {
      const card = oneCard(page);
      saves.push(await timedSave(page, 700_000 + n));
      cards.push(await card);
    }
  } finally {
    removeQueue(QUEUE);
  }
  const made = cards.slice(WARM_UP).map((card) => card.made);
  const waited = cards.slice(WARM_UP).map((card) => card.waited);
  return {
    rows: [
      {
        what: 'card rendered and archived',
        measured: spread(made),
        against: `from the save until then: ${spread(waited)}`,
        ratio: '',
        goal: 'p95 ≤ 150 ms',
        met: percentile(made, 95) <= 150,
      },
    ],
    raw: {
      'card rendered and archived, ms': made,
      'save to archived card, ms': waited,
      'first cards, the window still cold, ms': cards.slice(0, WARM_UP).map((card) => card.made),
      'save with a card in it, ms': saves.slice(WARM_UP),
    },
  };
}

/** Follows the next new job by its own stamps until the printer has it. */
function oneCard(page: Page): Promise<CardTimes> {
  return page.evaluate(
    () =>
      new Promise<CardTimes>((resolve, reject) => {
        let known: Set<string> | null = null;
        let rendering = 0;
        let ready = 0;
        const stop = window.reception.subscribe('print.jobs', {}, (r) => {
          if (!r.ok) return reject(new Error(r.error.code));
          known ??= new Set(r.value.map((job) => job.id));
          const job = r.value.find((j) => !known?.has(j.id));
          if (!job) return;
          if (job.state === 'rendering') rendering = job.changedAt;
          if (job.state === 'ready') ready = job.changedAt;
          if (job.state === 'failed' || job.state === 'unknown') reject(new Error(`${job.state}: ${job.note}`));
          if (job.state !== 'printed') return;
          queueMicrotask(() => stop());
          if (rendering && ready) resolve({ made: ready - rendering, waited: ready - job.createdAt });
          else reject(new Error('a state was not seen'));
        });
      }),
  );
}
