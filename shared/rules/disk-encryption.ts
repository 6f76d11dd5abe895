/**
 * Whether the disk under the profile is encrypted as a whole, from what the system says without asking for an administrator.
 * What identifies a person is sealed by the program itself; the disk's own encryption is for what stands beside that (the search
 * hashes, the system's swap and caches, a paper that a printer driver spooled), and for a PC that is stolen.
 *
 * - `working`: it is being encrypted now;
 * - `unknown`: the system does not tell. Disks that encrypt themselves in hardware do not show here, either.
 */
export type DiskEncryption = 'encrypted' | 'plain' | 'working' | 'unknown';

/** One block device of Linux, as /sys/class/block/NAME tells it. */
export interface BlockDevice {
  /** `dm/uuid`: empty for what device mapper did not make. LUKS begins with CRYPT-. */
  dmUuid: string;
  /** What it lies on: the parts of a volume group, a RAID, or the partition under a LUKS container. */
  slaves: readonly string[];
}

/** @param block null: no such device. Every part must be encrypted, for a file may lie on any of them. */
export function encryptionOfDevice(name: string, block: (name: string) => BlockDevice | null, depth = 0): DiskEncryption {
  const device = block(name);
  if (!device || depth > 8) return 'unknown';
  if (device.dmUuid.startsWith('CRYPT-')) return 'encrypted';
  if (device.slaves.length === 0) return 'plain';
  const below = device.slaves.map((slave) => encryptionOfDevice(slave, block, depth + 1));
  if (below.every((each) => each === 'encrypted')) return 'encrypted';
  return below.includes('plain') ? 'plain' : 'unknown';
}

export interface Mount {
  point: string;
  type: string;
  source: string;
}

/** The mount that holds a path, from /proc/self/mountinfo; of several at one point the last, which lies on top. Null: none does. */
export function mountOf(mountinfo: string, path: string): Mount | null {
  let best: Mount | null = null;
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = unescaped(before.split(' ')[4] ?? '');
    const [type = '', source = ''] = after.split(' ');
    const holds = point === '/' || path === point || path.startsWith(`${point}/`);
    if (point && holds && point.length >= (best?.point.length ?? 0)) best = { point, type, source: unescaped(source) };
  }
  return best;
}

/** Spaces and the like stand in octal there. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** File systems that encrypt what they hold by themselves; ZFS may, and does not say so here. */
export const encryptsItself = (type: string): boolean => type === 'ecryptfs' || type === 'fuse.gocryptfs' || type === 'fuse.encfs';
/** In memory, or on another machine: there is no disk of this PC under it. */
export const hasNoDisk = (type: string): boolean => /^(tmpfs|ramfs|overlay|nfs4?|cifs|smb3|9p|virtiofs|zfs|fuse\..*)$/.test(type);

/**
 * Windows: `System.Volume.BitLockerProtection` of the shell, which an ordinary user may ask (`manage-bde` wants an
 * administrator): 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended (the key lies open on the disk), 6 on and locked.
 */
export function encryptionOfBitLocker(output: string): DiskEncryption {
  const value = output.trim();
  if (value === '1' || value === '6') return 'encrypted';
  if (value === '3') return 'working';
  return value === '2' || value === '4' || value === '5' ? 'plain' : 'unknown';
}

export interface EncryptionWords {
  text: string;
  /** Empty where there is nothing to do. */
  todo: string;
}
export function encryptionWords(state: DiskEncryption, system: 'windows' | 'linux'): EncryptionWords {
  if (state === 'encrypted') return { text: '磁盘已整盘加密', todo: '' };
  if (state === 'working') return { text: '磁盘正在加密，照常使用', todo: '' };
  const how = system === 'windows' ? '开启 BitLocker' : '在安装系统时选择整盘加密（LUKS），或把资料文件夹放到已加密的磁盘上';
  if (state === 'plain')
    return { text: '没有检测到整盘加密', todo: `登记照常，资料本身已加密保存。为防电脑丢失，建议请系统管理员${how}。` };
  return { text: '看不出磁盘是否加密', todo: '登记照常。请系统管理员核对整盘加密是否已开启。' };
}
