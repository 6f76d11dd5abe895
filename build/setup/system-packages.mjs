import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { ELSEWHERE, FOR_START, FOR_TESTS, FOR_XVFB, TEST_PROGRAMS, UNWANTED_SERVICES } from './needed-packages.mjs';
import { ask, run } from './run.mjs';
import { SetupError, say, step } from './say.mjs';

/**
 * The libraries and programs that npm cannot bring. Debian or Ubuntu as root: installed; as another person, or on
 * another system: the exact command is printed and nothing goes on, since the failure would come later and say less.
 */
export async function systemPackages({ tests }) {
  if (process.platform !== 'linux') {
    if (tests) say('this is no Linux: tests that need a CUPS queue or a system-call trace cannot run here');
    return;
  }
  if (!onPath('dpkg-query')) return elsewhere(tests);
  await ensurePackages([...FOR_START, ...(hasDisplay() ? [] : FOR_XVFB), ...(tests ? FOR_TESTS : [])]);
}

/** Debian or Ubuntu: has these packages there, else says how. Elsewhere nothing happens. @throws SetupError */
export async function ensurePackages(needed) {
  if (!onPath('dpkg-query')) return;
  const missing = missingPackages(needed, installed);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map((m) => bestName(m)).join(' ');
    throw new SetupError(
      `system packages are missing. Install them, then run this again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  await step(`installing system packages: ${missing.join(' ')}`, () => install(missing));
}

/** Of each 'a|b', neither is installed. */
export const missingPackages = (needed, isInstalled) => needed.filter((n) => !n.split('|').some(isInstalled));

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update'], { env })) !== 0) say('apt-get update failed; trying with the lists that are there');
  // The names are chosen after the update: on a fresh machine there are no lists before it.
  const names = missing.map((m) => bestName(m));
  const args = ['install', '-y', '--no-install-recommends', ...names];
  if ((await run('apt-get', args, { env })) !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed (see above).`);
  await stopUnwanted(names);
}

/** Debian starts a service as soon as it is installed; one that listens on all addresses without a password is not wanted. */
async function stopUnwanted(names) {
  const services = names.filter((name) => UNWANTED_SERVICES.includes(name));
  if (services.length > 0 && existsSync('/run/systemd/system')) await run('systemctl', ['disable', '--now', ...services]);
}

const installed = (name) => ask('dpkg-query', ['-W', `-f=\${db:Status-Status}`, name]).out === 'installed';

/** Of 'new|old' the one that this system's lists have. */
function bestName(names) {
  const all = names.split('|');
  if (all.length === 1) return names;
  return (
    all.find((n) => /^ {2}Candidate: (?!\(none\))/m.test(ask('apt-cache', ['policy', n], { env: { ...process.env, LC_ALL: 'C' } }).out)) ??
    all.at(-1)
  );
}

function elsewhere(tests) {
  const programs = [...(hasDisplay() ? [] : ['Xvfb']), ...(tests ? TEST_PROGRAMS : [])];
  const missing = programs.filter((p) => !onPath(p));
  const hint = ELSEWHERE.find(([manager]) => onPath(manager))?.[1];
  if (missing.length > 0) throw new SetupError(`not found: ${missing.join(', ')}. ${hint ? `Install them:\n\n  ${hint}` : ''}`);
  if (hint) say(`should the program not start for want of a library: ${hint}`);
}

/** sbin folders are often not on a person's PATH. */
function onPath(program) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}
