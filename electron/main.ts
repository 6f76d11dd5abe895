import { join } from 'node:path';
import { app, dialog } from 'electron';
import { registerScheme } from './app-protocol';
import { putInPlace } from './backup/restore';
import { isDamaged, tellDamaged } from './backup/restore-program';
import { isTestFlavour } from './flavour';
import { mainHandlers } from './handlers';
import { listen } from './ipc';
import { describe, log, startLog } from './log';
import { type PolicyPlace, policyPlace } from './policy-file/read-policy';
import { readEnvironment } from './profile/environment';
import { clearUnfinished, folders, openProfile, type Profile } from './profile/profile';
import { storeSwitches } from './profile/store-choice';
import { Program } from './program';
import { Router } from './router';
import { dropOutsideSwitches } from './security/outside-switches';
import { guardEverySession } from './security/session-guard';
import { guardWebContents } from './security/web-contents-guard';
import { openHostWindow } from './storage/host-window';
import { ScreenWindow } from './windows/screen-window';

/*
 * Start-up, read top to bottom. What must happen before Chromium is ready comes first: the profile's folder, its
 * store, the scheme, the single instance. Everything later is a phase with its time in the log and a failure screen.
 */
const environment = readEnvironment(process.argv, process.env, app.isPackaged && !isTestFlavour(join(__dirname, '..', '..')), Date.now());
const distDir = join(__dirname, '..');
const chromiumMajor = Number(process.versions.chrome?.split('.')[0] ?? 0);

const dropped = environment.debuggable ? [] : dropOutsideSwitches(app.commandLine);
registerScheme();
guardEverySession();
guardWebContents();
// Every page, whatever its window asked for; the tests' machines run without a sandbox by their own switch, and would lose it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

let profile: Profile | null = null;
let openingError: unknown = null;
try {
  profile = openProfile(environment.profileDir, chromiumMajor);
  const at = folders(profile.dir);
  app.setPath('userData', at.chromium);
  app.setPath('sessionData', at.chromium);
  app.setPath('crashDumps', join(at.chromium, 'crashes'));
  app.setAppLogsPath(at.logs);
  startLog(at.logs);
  if (dropped.length > 0) log.warn(`refused: switches ${dropped.join(' ')}`);
  for (const [name, value] of storeSwitches(profile.file.store)) app.commandLine.appendSwitch(name, value);
  // Dates in their fields stand as they are written here, whatever the system's language is.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // Without it Chromium on Linux does not look for the system's voices (the hall screen's spoken calls).
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
} catch (error) {
  openingError = error;
}

// One writer a profile: Chromium's lock is taken on userData, so two profiles may run side by side.
if (profile && !app.requestSingleInstanceLock()) {
  console.error('接访台已经打开，已切换到原来的窗口。');
  app.exit(0);
} else {
  // A backup that was made ready over a damaged profile takes its place before Chromium opens the folder.
  if (profile && putInPlace(profile.dir, 'damaged')) profile = openProfile(profile.dir, chromiumMajor);
  if (profile) clearUnfinished(profile);
  void app.whenReady().then(() => start(profile));
}

async function start(opened: Profile | null): Promise<void> {
  if (!opened || environment.refusal) {
    const why = environment.refusal ?? '资料文件夹打不开或已损坏，程序没有改动它。请联系系统管理员核对文件夹和权限。';
    if (openingError) console.error(describe(openingError));
    console.error(why);
    dialog.showErrorBox('接访台不能启动', `${why}\n\n${environment.profileDir}`);
    return app.exit(1);
  }
  const screen = new ScreenWindow(distDir);
  const program = new Program(environment, opened, screen, distDir, openHostWindow(distDir), policyPlaceOf(environment.policyFile));
  const router = new Router({
    session: program.session,
    refusals: program.refusals,
    handlers: mainHandlers(program),
    lives: {
      'program.state': program.status.view,
      'session.current': program.session.view,
      'system.health': program.health,
      'hall.display': program.hall.display,
      'hallScreen.status': program.hall.status,
      'ledger.state': program.ledger.state,
      'recording.running': program.recorder.view,
      'alarm.pending': program.alarms.pending,
      'sync.view': program.sync.view,
      'backup.state': program.backup.view,
      'backup.work': program.restore.work,
      'audit.check': program.chain.view,
      'dayEnd.asked': program.quitting.asked,
      'managed.view': program.managed.view,
      'update.state': program.updateView,
    },
    storage: () => program.storeOrNull()?.storage ?? null,
    diskState: () => program.storeOrNull()?.disk.state ?? 'ok',
    deskCode: () => program.deskCode(),
    managed: (name, input) => program.managed.refuses(name, input),
  });
  listen(router, (contents) => (screen.isScreen(contents) ? 'screen' : program.hall.isHall(contents) ? 'hall-screen' : 'unknown'));
  closeInOrder(program);
  app.on('second-instance', () => screen.focus());
  program.listenForAlarmKey();

  await phase('screen', () => program.quitting.watch(screen.open('接访台')), program);
  await phase('policy', () => program.managed.read(), program);
  await phase('store', () => program.begin(), program);
}

/** A release knows the system's place alone; `readEnvironment` gives it no other. */
function policyPlaceOf(file: string | undefined): PolicyPlace {
  return file ? { kind: 'file', path: file, owner: process.getuid?.() ?? 0 } : policyPlace();
}

/** Times each phase; a phase that throws becomes the failure screen, never a blank window. */
async function phase(name: string, work: () => unknown, program: Program): Promise<void> {
  const began = performance.now();
  try {
    await work();
    log.info(`phase ${name}: ${Math.round(performance.now() - began)} ms`);
  } catch (error) {
    log.error(`phase ${name} failed: ${describe(error)}`);
    if (isDamaged(error)) return tellDamaged(program.status, describe(error));
    program.status.fail(
      '接访台没能启动',
      '启动时出现错误，已保存的记录没有改动。请重新启动程序；仍然如此，请复制详情并联系系统管理员。',
      describe(error),
    );
  }
}

/** Quit waits for what is being written; a second request does not wait. */
function closeInOrder(program: Program): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void program.close().finally(() => app.exit(0));
  });
  program.screen.onClosed(() => app.quit());
}

process.on('uncaughtException', (error) => log.error(`uncaught: ${describe(error)}`));
process.on('unhandledRejection', (error) => log.error(`unhandled: ${describe(error)}`));
