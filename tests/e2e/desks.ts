import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import type { InputOf, OutputOf, RequestName } from '../../shared/contract';
import type { SyncView } from '../../shared/domain/sync';
import { firstOf } from '../faults/incidents';
import { signInByBridge } from '../faults/visits';
import { CLERK, personWith } from './people';
import { type LaunchOptions, launch, type RunningProgram } from './program';

/** Several desks of one hall: real programs, a real hub, joined as an administrator joins them. */
export type Hub = NewHub;
const ADMIN = personWith('administrator');
/** The runner makes a script module of what it is given by name; by its address it stays the module that it is. */
const RUN_HUB = pathToFileURL(join(__dirname, '..', '..', 'build', 'hub', 'run-hub.mjs')).href;
/** Of the hub file's code: a test waits for no stretching. */
const QUICK = { m: 256, t: 1, p: 1 };
const PASSPHRASE = '第二台电脑的启动口令';

/** @throws with the program's own sentence */
export async function ask<N extends RequestName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await page.evaluate(([asked, given]) => window.reception.request(asked as RequestName, given as never), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  return answer.value as OutputOf<N>;
}

export async function newHub(desks = 5): Promise<Hub> {
  const { startHub } = (await import(RUN_HUB)) as typeof import('../../build/hub/run-hub.mjs');
  return startHub({ dir: mkdtempSync(join(tmpdir(), 'jiefangtai-hub-')), desks, cost: QUICK });
}

/** The system's dialogs, answered as a person would. */
const picks = ({ app }: RunningProgram, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
export const answerDialogs = picks;

export const syncView = (page: Page): Promise<SyncView> => firstOf(page, 'sync.view', {});

/**
 * Of several programs on one display only one has the display's focus, and without a window manager nobody gives it to another:
 * each page is told that it has it, as on a PC of its own.
 */
async function launchDesk(options: LaunchOptions): Promise<RunningProgram> {
  const program = await launch(options);
  const session = await program.page.context().newCDPSession(program.page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return program;
}

/** The hall's first desk, with the hub set up and that many desks in its list. */
export async function firstDesk(hub: Hub, desks: number, options: LaunchOptions = {}): Promise<RunningProgram> {
  const program = await launchDesk({ seed: 'demo', ...options });
  const { page } = program;
  await signInByBridge(page, ADMIN);
  const { hall } = await firstOf(page, 'settings.all', {});
  const listed = Array.from({ length: desks }, (_, i) => {
    const code = String(i + 1).padStart(2, '0');
    return hall.desks.find((desk) => desk.code === code) ?? { code, name: `${i + 1} 号登记台`, letter: 'ABCDEFGH'[i] ?? 'H' };
  });
  await ask(page, 'settings.put', { key: 'hall', value: { ...hall, desks: listed } });
  await picks(program, hub.hubFile);
  await ask(page, 'sync.pickHubFile', {});
  await ask(page, 'sync.useHub', { code: hub.code });
  await online(page);
  return program;
}

/** A further PC: invited at the first desk, joined at its own first start, and as far as the hall's staff. */
export async function joinDesk(first: RunningProgram, deskCode: string, options: LaunchOptions = {}): Promise<RunningProgram> {
  const program = await launchDesk(options);
  await joinAs(program, first, deskCode);
  await expect.poll(async () => (await ask(program.page, 'session.staff', {})).length, { timeout: 30_000 }).toBeGreaterThan(0);
  return program;
}

/** Resolves when its first sync begins. */
export async function joinAs(program: RunningProgram, first: RunningProgram, deskCode: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'jiefangtai-join-')), `desk-${deskCode}.xfjoin`);
  await picks(first, file);
  const invited = await ask(first.page, 'sync.invite', { deskCode });
  if (!invited) throw new Error('nobody was invited');
  await picks(program, file);
  await ask(program.page, 'setup.pickJoiningFile', {});
  await ask(program.page, 'setup.join', { code: invited.code, protection: 'passphrase', passphrase: PASSPHRASE });
}

/** A joined desk that was closed or killed, opened again. */
export async function reopen(profile: string, options: LaunchOptions = {}): Promise<RunningProgram> {
  const program = await launchDesk({ ...options, profile });
  const { phase } = await firstOf(program.page, 'program.state', {});
  if (phase === 'passphrase') await ask(program.page, 'store.unlock', { passphrase: PASSPHRASE });
  return program;
}

export async function online(page: Page): Promise<void> {
  await expect.poll(async () => (await syncView(page)).link, { timeout: 30_000, message: 'joined to the hub' }).toBe('online');
}

/** Nothing left to send, and every desk shows the same totals of the day. */
export async function settled(pages: readonly Page[]): Promise<void> {
  for (const page of pages)
    await expect.poll(async () => (await syncView(page)).waiting, { timeout: 60_000, message: 'everything is sent' }).toBe(0);
}

/** A hall of that many desks, a clerk signed in at each. */
export async function hallOfDesks(
  desks: number,
  options: LaunchOptions = {},
): Promise<{ hub: Hub; programs: RunningProgram[]; close(): Promise<void> }> {
  const hub = await newHub();
  const first = await firstDesk(hub, desks, options);
  const programs = [first];
  for (let n = 2; n <= desks; n++) programs.push(await joinDesk(first, String(n).padStart(2, '0'), options));
  for (const { page } of programs) await signInByBridge(page, CLERK);
  const close = async (): Promise<void> => {
    for (const program of programs) await program.close().catch(() => {});
    await hub.stop();
  };
  return { hub, programs, close };
}
