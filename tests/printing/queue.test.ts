import { describe, expect, it } from 'vitest';
import { NOTES } from '../../electron/printing/job-steps';
import { PrintQueue } from '../../electron/printing/queue';
import { RenderError } from '../../electron/printing/render-error';
import { Run, World } from './fakes';
import { begin, FAST } from './running-queue';

const P = '01900000-0000-7000-8000-000000000001';
const Q = '01900000-0000-7000-8000-000000000002';

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.error.code,
  );

describe('a print job', () => {
  it('goes through every state in order, each written down before its act', async () => {
    const world = new World();
    world.add(P);
    world.spooler.slow = 3;
    const { queue } = begin(world);
    await queue.waitIdle();
    expect(world.moves).toEqual(
      ['queued→rendering', 'rendering→ready', 'ready→spooling', 'spooling→spooled', 'spooled→printed'].map((move) => `${P} ${move}`),
    );
    expect(world.spooler.copies(P)).toBe(1);
    expect(world.documents.size).toBe(1);
  });

  it('is spooled under its id, and the jobs of one printer in the order they came', async () => {
    const world = new World();
    world.add(P);
    world.add(Q);
    world.spooler.slow = 2;
    await begin(world).queue.waitIdle();
    expect(world.spooler.jobs.map((job) => job.title)).toEqual([P, Q]);
    const order = world.moves.filter((move) => /printed|spooling$/.test(move));
    expect(order).toEqual([`${P} ready→spooling`, `${P} spooled→printed`, `${Q} ready→spooling`, `${Q} spooled→printed`]);
  });

  it('waits with us while the printer is stopped, and is printed once when it is back', async () => {
    const world = new World();
    world.add(P);
    world.add(Q);
    world.spooler.printer = { kind: 'stopped', reason: '打印机已停，作业在本机等候' };
    const { queue } = begin(world);
    await queue.waitIdle();
    expect([world.state(P), world.state(Q)]).toEqual(['ready', 'ready']);
    expect(world.job(P).note).toBe('打印机已停，作业在本机等候');
    expect(world.spooler.jobs).toHaveLength(0);
    world.spooler.printer = { kind: 'ready' };
    await queue.retry(P);
    await queue.waitIdle();
    expect([world.state(P), world.state(Q)]).toEqual(['printed', 'printed']);
    expect([world.spooler.copies(P), world.spooler.copies(Q)]).toEqual([1, 1]);
  });

  it('breaks a running pass when it is an evacuation list, and the cards go on behind it', async () => {
    const world = new World();
    const cards = Array.from({ length: 6 }, (_, n) => P.slice(0, -1) + String(n + 3));
    for (const card of cards) world.add(card);
    const { queue, run } = begin(world);
    const render = run.renderer.render;
    run.renderer.render = (...work) => {
      if (world.renders === 1) {
        // The store hands evacuation lists out first; the fake keeps the order of this map.
        const waiting = [...world.jobs];
        world.jobs.clear();
        world.add(Q, 'CARD', { kind: 'evacuation' });
        for (const [id, job] of waiting) world.jobs.set(id, job);
        queue.wake();
      }
      return render(...work);
    };
    await queue.waitIdle();
    const titles = world.spooler.jobs.map((job) => job.title);
    expect(titles.indexOf(Q)).toBeLessThanOrEqual(2);
    expect([...titles].sort()).toEqual([...cards, Q].sort());
  });

  it('is taken up by itself, without anyone asking, when the printer comes back', async () => {
    const world = new World();
    world.add(P);
    world.spooler.printer = { kind: 'stopped', reason: '停' };
    const { queue } = begin(world);
    await queue.waitIdle();
    world.spooler.printer = { kind: 'ready' };
    await expect.poll(() => world.state(P), { interval: 2 }).toBe('printed');
    await queue.stop();
  });

  it('says so while the printer stopped with the job inside the spooler', async () => {
    const world = new World();
    world.add(P);
    world.spooler.slow = 1000;
    const { queue } = begin(world);
    await expect.poll(() => world.state(P), { interval: 1 }).toBe('spooled');
    world.spooler.printer = { kind: 'stopped', reason: '停' };
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'spooled', note: NOTES.inSpooler });
    await queue.stop();
  });

  it.each([
    ['refused', 'ready', '打印机不接收作业'],
    ['failed', 'failed', '没有接收'],
  ] as const)('that the spooler %s stays %s with the reason', async (kind, state, reason) => {
    const world = new World();
    world.add(P);
    world.spooler.next = [{ kind, reason, detail: '' }];
    const run = new Run(world);
    const queue = new PrintQueue({ deps: run.deps, renderer: run.renderer, spooler: run.spooler }, { ...FAST, printerMs: 60_000 });
    queue.start();
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state, note: reason });
    await queue.retry(P);
    await queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.renders).toBe(1);
  });

  it('that cannot be rendered fails with a sentence, and a retry renders again', async () => {
    const world = new World();
    world.add(P);
    const run = new Run(world);
    const render = run.renderer.render;
    run.renderer.render = () => Promise.reject(new RenderError('too-slow'));
    const { queue } = begin(world, run);
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'failed', note: expect.stringContaining('10 秒') });
    run.renderer.render = render;
    await queue.retry(P);
    await queue.waitIdle();
    expect(world.state(P)).toBe('printed');
  });

  it('goes on when the store was away for a moment', async () => {
    const world = new World();
    world.add(P);
    const run = new Run(world);
    const call = run.store.call;
    let failures = 3;
    run.store.call = (name, input) => (failures-- > 0 ? Promise.reject(new Error('away')) : call(name, input));
    const { queue } = begin(world, run);
    await expect.poll(() => world.state(P), { interval: 2 }).toBe('printed');
    expect(world.spooler.copies(P)).toBe(1);
    await queue.stop();
  });
});

describe('an unknown outcome', () => {
  it('is cleared up by the spooler when it knows the title', async () => {
    const world = new World();
    world.add(P);
    world.spooler.next = ['taken-but-silent'];
    await begin(world).queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.spooler.copies(P)).toBe(1);
  });

  it('is left to a person when the spooler does not know it, and never retried by itself', async () => {
    const world = new World();
    world.add(P);
    world.spooler.next = [{ kind: 'unanswered', detail: '' }];
    const { queue } = begin(world);
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'unknown', note: NOTES.askPerson });
    queue.wake();
    await queue.retry(P);
    await queue.waitIdle();
    expect(world.state(P)).toBe('unknown');
    expect(world.spooler.jobs).toHaveLength(0);
    await queue.answer(P, false);
    await queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.spooler.copies(P)).toBe(1);
    expect(world.renders).toBe(1);
  });

  it('is printed when the person says it came out', async () => {
    const world = new World();
    world.add(P, 'CARD', { state: 'unknown' });
    const { queue } = begin(world);
    await queue.waitIdle();
    await queue.answer(P, true);
    await queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.spooler.jobs).toHaveLength(0);
    expect(await refused(queue.answer(P, false))).toBe('refused');
  });

  it('is not printed a second time while the first still lies in the spooler', async () => {
    const world = new World();
    world.add(P, 'CARD', { state: 'unknown' });
    world.spooler.silent = true;
    const { queue } = begin(world);
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'unknown', note: NOTES.silent });
    world.spooler.silent = false;
    world.spooler.jobs.push({ id: '1', title: P, state: 'active', pdf: new Uint8Array() });
    await queue.answer(P, false);
    await queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.spooler.copies(P)).toBe(1);
  });

  it('of a second attempt is not answered with the first one', async () => {
    const world = new World();
    world.spooler.jobs.push({ id: '1', title: P, state: 'completed', pdf: new Uint8Array() });
    world.add(P, 'CARD', { state: 'spooling', spoolerJob: '1', documentId: P });
    const { queue } = begin(world);
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'unknown', note: NOTES.askPerson });
  });

  it('arises when the spooler forgot a job it had', async () => {
    const world = new World();
    world.add(P, 'CARD', { state: 'spooled', spoolerJob: '9', documentId: P });
    await begin(world).queue.waitIdle();
    expect(world.state(P)).toBe('unknown');
  });
});

describe('a person at the queue', () => {
  it('cancels what waits and takes back what the spooler holds', async () => {
    const world = new World();
    world.add(P);
    world.add(Q);
    world.spooler.slow = 1000;
    const { queue } = begin(world);
    await expect.poll(() => world.state(P), { interval: 1 }).toBe('spooled');
    await queue.cancel(Q, '重复登记');
    await queue.cancel(P, '填错');
    await queue.waitIdle();
    expect(world.job(P)).toMatchObject({ state: 'cancelled', note: '填错' });
    expect(world.job(Q)).toMatchObject({ state: 'cancelled', note: '重复登记' });
    expect(world.spooler.copies(P) + world.spooler.copies(Q)).toBe(0);
    expect(await refused(queue.cancel(P, '再取消'))).toBe('refused');
    expect(await refused(queue.retry(P))).toBe('refused');
    expect(await refused(queue.retry('nobody'))).toBe('not-found');
  });

  it('is told when the spooler would not take the job back', async () => {
    const world = new World();
    world.add(P, 'CARD', { state: 'spooled', spoolerJob: '7', documentId: P });
    const run = new Run(world);
    const queue = new PrintQueue({ deps: run.deps, renderer: run.renderer, spooler: run.spooler }, FAST);
    await queue.cancel(P, '填错');
    expect(world.job(P)).toMatchObject({ state: 'cancelled', note: expect.stringContaining('可能已经打印') });
  });
});
