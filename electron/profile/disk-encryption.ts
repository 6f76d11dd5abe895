import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, parse } from 'node:path';
import {
  type BlockDevice,
  type DiskEncryption,
  encryptionOfBitLocker,
  encryptionOfDevice,
  encryptsItself,
  hasNoDisk,
  mountOf,
} from '../../shared/rules/disk-encryption';
import { describe, log } from '../log';
import { runTool } from '../printing/run-tool';

const WAIT_MS = 8000;
/** The drive comes by the environment: a name is never part of a script. */
const ASK_SHELL =
  '$p=(New-Object -ComObject Shell.Application).NameSpace($env:RECEPTION_DRIVE).Self.ExtendedProperty("System.Volume.BitLockerProtection");[string]$p';

/** Looks at the disk under a folder. Nothing is changed, nothing waits for it, and what cannot be told is `unknown`. */
export async function diskEncryption(folder: string): Promise<DiskEncryption> {
  try {
    const path = await realpath(folder);
    if (process.platform === 'win32') return await onWindows(path);
    return process.platform === 'linux' ? await onLinux(path) : 'unknown';
  } catch (error) {
    log.warn(`disk encryption: ${describe(error)}`);
    return 'unknown';
  }
}

async function onWindows(path: string): Promise<DiskEncryption> {
  const drive = parse(path).root.replace(/\\$/, '');
  if (!/^[A-Za-z]:$/.test(drive)) return 'unknown';
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', ASK_SHELL];
  const { end, code, stdout } = await runTool('powershell.exe', args, { timeoutMs: WAIT_MS, env: { RECEPTION_DRIVE: drive } });
  return end === 'exited' && code === 0 ? encryptionOfBitLocker(stdout) : 'unknown';
}

async function onLinux(path: string): Promise<DiskEncryption> {
  const mount = mountOf(await readFile('/proc/self/mountinfo', 'utf8'), path);
  if (!mount) return 'unknown';
  if (encryptsItself(mount.type)) return 'encrypted';
  if (hasNoDisk(mount.type) || !mount.source.startsWith('/dev/')) return 'unknown';
  // /dev/mapper/NAME and /dev/disk/by-… are links to the kernel's own names.
  const name = basename(await realpath(mount.source));
  const known = new Map<string, BlockDevice | null>();
  await learn(name, known, 0);
  return encryptionOfDevice(name, (each) => known.get(each) ?? null);
}

async function learn(name: string, known: Map<string, BlockDevice | null>, depth: number): Promise<void> {
  if (known.has(name) || depth > 8) return;
  const folder = `/sys/class/block/${name}`;
  const [dmUuid, slaves, there] = await Promise.all([
    readFile(`${folder}/dm/uuid`, 'utf8').catch(() => ''),
    readdir(`${folder}/slaves`).catch(() => []),
    readdir(folder).catch(() => null),
  ]);
  known.set(name, there && { dmUuid: dmUuid.trim(), slaves });
  for (const slave of slaves) await learn(slave, known, depth + 1);
}
