import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of a process and all its descendants, in MB: memory shared between them counts once. */
export function proportionalSetSize(root: number): { megabytes: number; processes: number } {
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
  let kilobytes = 0;
  for (const pid of own) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return { megabytes: kilobytes / 1024, processes: own.size };
}
