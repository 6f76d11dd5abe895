import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One line of /proc/net: an address in hexadecimal, the state, and the socket's number. */
interface Socket {
  kind: string;
  local: string;
  state: string;
  inode: string;
}
const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'];
const LISTENS = '0A';

/**
 * Where these processes can be reached from the network: TCP that listens, and every UDP or raw socket that is bound to a
 * port. Linux only.
 */
export function reachable(pids: readonly number[]): string[] {
  const own = new Set(pids.flatMap(socketsOf));
  return TABLES.flatMap(table)
    .filter(({ kind, state, local, inode }) => own.has(inode) && (kind.startsWith('tcp') ? state === LISTENS : !local.endsWith(':0000')))
    .map(({ kind, local }) => `${kind} ${Number.parseInt(local.split(':')[1] ?? '', 16)}`);
}

function table(kind: string): Socket[] {
  return read(`/proc/net/${kind}`)
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', , state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
      return local ? [{ kind, local, state, inode }] : [];
    });
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1] ?? []);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
