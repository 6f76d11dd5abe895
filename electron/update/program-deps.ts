import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import type { UpdateFile } from '../../shared/domain/update';
import type { UpdateFacts } from '../../shared/rules/update';
import { folders } from '../profile/profile';
import type { Program } from '../program';
import type { Store } from '../store';
import { installCommand, windowsInstall } from './commands';
import { type Installation, installation } from './form';
import type { UpdateDeps } from './service';
import { swapFolder } from './swap-folder';

/** Beside the bundles, put there when they were made (build/bundle.mjs): inside the archive of a package. */
const KEY_FILE = 'update-key.pub';
const IMPORTING: readonly string[] = ['reading', 'importing', 'cancelling', 'undoing'];

/** The opened program, as its updates know it. */
export function updateDeps(program: Program, store: Store, distDir: string): UpdateDeps {
  const here = installation(app.isPackaged, process.execPath, app.getAppPath());
  const keyFile = join(distDir, KEY_FILE);
  return {
    policy: program.managed.policy,
    installed: { version: app.getVersion(), form: here.form, arch: process.arch },
    publicKey: existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : '',
    dir: folders(program.profile.dir).updates,
    // In memory, and apart from the screens' own session, which reaches nothing.
    fetch: (url, init) => session.fromPartition('updates', { cache: false }).fetch(url, init),
    now: () => program.now(),
    freeBytes: () => store.disk.freeBytes,
    facts: () => factsOf(program, store),
    backup: async () => {
      const before = program.now();
      const { trouble, lastGoodAt } = await program.backup.runNow();
      return trouble === null && lastGoodAt !== null && lastGoodAt >= before;
    },
    audit: (versions, staffId) =>
      store.storage.internal('internal.audit', { action: 'update.install', target: versions, detail: '' }, staffId),
    install: (file, path, version) => install(here, file, path, version),
    notice: (level, text) => program.status.notice('update', level, text),
  };
}

async function factsOf(program: Program, { storage, disk }: Store): Promise<UpdateFacts> {
  const known = await storage.internal('internal.update.facts', null);
  return {
    ...known,
    // An alarm of the last seconds is no row yet.
    incidents: known.incidents + (program.alarms.pending.get().id ? 1 : 0),
    recording: program.recorder.view.get() !== null,
    importing: IMPORTING.includes(program.ledger.state.get().phase),
    restoring: program.restore.work.get() !== null,
    backingUp: program.backup.view.get().phase === 'running',
    unsent: program.sync.view.get().waiting,
    readOnly: disk.state === 'read-only',
  };
}

/** What was verified is run here and nowhere else. */
async function install(here: Installation, file: UpdateFile, path: string, version: string): Promise<string> {
  if (here.form === 'folder') {
    const link = await swapFolder({ archive: path, root: here.root, version, versionOf });
    app.relaunch(app.isPackaged ? { execPath: join(link, process.execPath.slice(here.root.length + 1)) } : {});
    endSoon();
    return '';
  }
  if (here.form === 'nsis') {
    const { file: tool, args, env } = windowsInstall(path);
    spawn(tool, args, { detached: true, stdio: 'ignore', windowsHide: true, env: { ...process.env, ...env } }).unref();
    endSoon();
    return '';
  }
  return installCommand(file, path) || path;
}

/** After the answer is on its way to the screen. */
const endSoon = (): void => void setTimeout(() => app.quit(), 200);

/** @throws where the folder is no program of ours */
function versionOf(folder: string): string {
  const inside = app.isPackaged ? join(folder, 'resources', 'app.asar') : folder;
  const { name, version } = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8')) as { name: string; version: string };
  if (name !== 'jiefangtai') throw new Error(`it is ${name}`);
  return version;
}
