import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CupsSpooler } from '../../electron/printing/cups/cups';
import { PrintQueue } from '../../electron/printing/queue';
import { copiesOf, disable, enable, lastSpooledPdf, removeQueue, setUpCups } from './cups-queue';
import { Run, World } from './fakes';
import { a6Pdf } from './sample-pdf';

/** The queue against a real CUPS: what a fake spooler would only be told. */
const NAME = 'RECEPTION_TEST';
const newId = () => crypto.randomUUID();
const FAST = { pollMs: 50, pollMaxMs: 300, printerMs: 200, errorMs: 50 };

function begin(world: World) {
  const run = new Run(world);
  run.renderer.render = async () => a6Pdf('A012');
  const queue = new PrintQueue({ deps: run.deps, renderer: run.renderer, spooler: new CupsSpooler() }, FAST);
  queue.start();
  return queue;
}

describe('a real CUPS queue', () => {
  beforeAll(() => setUpCups(NAME), 30_000);
  afterAll(() => removeQueue(NAME));

  it('prints a job once, on A6, under its id', async () => {
    const world = new World();
    const { id } = world.add(newId(), NAME);
    const queue = begin(world);
    await expect.poll(() => world.state(id), { timeout: 15_000 }).toBe('printed');
    await queue.stop();
    expect(copiesOf(id)).toBe(1);
    expect(execFileSync('pdfinfo', [lastSpooledPdf(id) ?? ''], { encoding: 'utf8' })).toMatch(/Page size:\s+297(\.\d+)? x 419/);
  });

  it('leaves jobs with us while it is disabled, and prints each once after it is enabled', async () => {
    const world = new World();
    const { id } = world.add(newId(), NAME);
    disable(NAME);
    const queue = begin(world);
    await expect.poll(() => world.job(id).note).toContain('打印机已停');
    expect(world.state(id)).toBe('ready');
    expect(await new CupsSpooler().findByTitle(NAME, id)).toEqual({ kind: 'answered', jobs: [] });
    enable(NAME);
    await expect.poll(() => world.state(id), { timeout: 15_000 }).toBe('printed');
    await queue.stop();
    expect(copiesOf(id)).toBe(1);
  });

  it('is asked for a job that was being sent when the program was killed, and none is printed twice', async () => {
    const world = new World();
    const sent = world.add(newId(), NAME, { state: 'spooling' });
    const notSent = world.add(newId(), NAME, { state: 'spooling' });
    const spooler = new CupsSpooler();
    await spooler.submit({ printer: NAME, title: sent.id, pdf: a6Pdf('A013'), width: 105, height: 148, options: [] });
    await expect
      .poll(async () => spooler.findByTitle(NAME, sent.id), { timeout: 15_000 })
      .toMatchObject({ jobs: [{ state: 'completed' }] });
    const queue = begin(world);
    await expect.poll(() => [world.state(sent.id), world.state(notSent.id)]).toEqual(['printed', 'unknown']);
    await queue.stop();
    expect([copiesOf(sent.id), copiesOf(notSent.id)]).toEqual([1, 0]);
  });

  it('finds a finished job by its title even after CUPS put it aside', async () => {
    const spooler = new CupsSpooler();
    const id = newId();
    const answer = await spooler.submit({ printer: NAME, title: id, pdf: a6Pdf('A014'), width: 105, height: 148, options: [] });
    const job = answer.kind === 'accepted' ? answer.spoolerJob : '';
    await expect
      .poll(async () => spooler.jobState(NAME, job, id), { timeout: 15_000 })
      .toMatchObject({ kind: 'known', state: 'completed' });
    expect(await spooler.findByTitle(NAME, id)).toEqual({ kind: 'answered', jobs: [{ spoolerJob: job, state: 'completed' }] });
    expect(await spooler.jobState(NAME, '999999', id)).toEqual({ kind: 'gone' });
  });

  it('takes a waiting job back when it is cancelled', async () => {
    const world = new World();
    const spooler = new CupsSpooler();
    const { id } = world.add(newId(), NAME, { state: 'spooled' });
    disable(NAME);
    const answer = await spooler.submit({ printer: NAME, title: id, pdf: a6Pdf('A015'), width: 105, height: 148, options: [] });
    world.jobs.set(id, { ...world.job(id), spoolerJob: answer.kind === 'accepted' ? answer.spoolerJob : '' });
    const run = new Run(world);
    await new PrintQueue({ deps: run.deps, renderer: run.renderer, spooler }, FAST).cancel(id, '重复登记');
    expect(world.job(id)).toMatchObject({ state: 'cancelled', note: '重复登记' });
    expect(await spooler.findByTitle(NAME, id)).toMatchObject({ jobs: [{ state: 'cancelled' }] });
    enable(NAME);
    expect(copiesOf(id)).toBe(0);
  });
});
