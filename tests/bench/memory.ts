import { readdirSync, readFileSync } from 'node:fs';
import type { Measured } from './figures';

const GOAL_MB = 450;

/** After all the rest: a program that has worked, not one that has just started. */
export function measureMemory(root: number): Measured {
  const sizes = proportionalSetSizes(root);
  const total = sizes.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const parts = sizes.map(({ name, megabytes }) => `${name} ${megabytes.toFixed(0)}`).join(', ');
  return {
    rows: [
      {
        what: 'memory of all processes (proportional set size)',
        measured: `${total.toFixed(0)} MB`,
        against: parts,
        ratio: '',
        goal: `≤ ${GOAL_MB} MB`,
        met: total <= GOAL_MB,
      },
    ],
    raw: {},
  };
}

/** A process and all its descendants, in MB: memory shared between them counts once. */
function proportionalSetSizes(root: number): { name: string; megabytes: number }[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // ended in between
    }
  }
  const own = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (!own.has(parent) || own.has(pid)) continue;
      own.add(pid);
      grew = true;
    }
  }
  return [...own].flatMap((pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return [{ name: pid === root ? 'main' : kindOf(pid), megabytes: Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024 }];
    } catch {
      return [];
    }
  });
}

/** Chromium's own word for the process; it writes its arguments into one text. */
function kindOf(pid: number): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const of = (name: string): string | undefined => new RegExp(` --${name}=(\\S+)`).exec(command)?.[1];
  return of('utility-sub-type')?.split('.')[0] ?? of('type') ?? 'helper';
}
