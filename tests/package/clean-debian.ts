import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from './flavour';

/** Debian 12, from the mirror that this machine uses itself. */
const SUITE = 'bookworm';
const MIRROR = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian';
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jiefangtai', `debian-${SUITE}`);
/** Whoever sits at the desk of the clean system. */
export const DESK = { name: 'desk', uid: 1000, home: '/home/desk' };

export interface CleanDebian {
  root: string;
  /** Runs a program inside as root; throws with what it said when it fails. */
  run(...command: string[]): string;
  end(): void;
}

/** A root file system with nothing but Debian's minimum in it, one ordinary user, and a kernel's /proc and /dev/shm. */
export function cleanDebian(): CleanDebian {
  const root = join(openFolder('debian'), 'root');
  mkdirSync(CACHE, { recursive: true });
  // Whatever is mounted below, by debootstrap too; before the folder is deleted, for what is mounted is not the test's to delete.
  const end = (): void => {
    const places = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');
    for (const place of places.filter((each) => each.startsWith(`${root}/`)).reverse()) spawnSync('umount', ['--lazy', place]);
  };
  process.prependOnceListener('exit', end);
  // Packages that an earlier run fetched; apt and debootstrap check every one against the signed lists.
  outside('debootstrap', '--variant=minbase', `--cache-dir=${CACHE}`, SUITE, root, MIRROR);
  const mount = (target: string, ...args: string[]): void => {
    mkdirSync(join(root, target), { recursive: true });
    outside('mount', ...args, join(root, target));
  };
  mount('proc', '-t', 'proc', 'proc');
  mount('dev/shm', '-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs');
  mount('tmp/.X11-unix', '--bind', '/tmp/.X11-unix');
  mount('var/cache/apt/archives', '--bind', CACHE);
  if (existsSync('/etc/resolv.conf')) copyFileSync('/etc/resolv.conf', join(root, 'etc', 'resolv.conf'));
  // No service starts in a root that nobody boots.
  writeFileSync(join(root, 'usr', 'sbin', 'policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const run = (...command: string[]): string => outside('chroot', root, 'env', '-i', ...INSIDE, ...command);
  run('useradd', '--create-home', '--uid', String(DESK.uid), DESK.name);
  return { root, run, end };
}

const INSIDE = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8', 'HOME=/root'];

function outside(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout}\n${stderr}`.slice(-3000)}`);
  return stdout.trim();
}
