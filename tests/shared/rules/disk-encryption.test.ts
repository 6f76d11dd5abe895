import { describe, expect, it } from 'vitest';
import {
  type BlockDevice,
  encryptionOfBitLocker,
  encryptionOfDevice,
  encryptionWords,
  mountOf,
} from '../../../shared/rules/disk-encryption';

const disk: BlockDevice = { dmUuid: '', slaves: [] };
const on = (...slaves: string[]): BlockDevice => ({ dmUuid: '', slaves });
const luks = (...slaves: string[]): BlockDevice => ({ dmUuid: 'CRYPT-LUKS2-3f1c0f0e-luks', slaves });
const lvm = (...slaves: string[]): BlockDevice => ({ dmUuid: 'LVM-Qb2yx', slaves });

const DEVICES: [name: string, start: string, devices: Record<string, BlockDevice>, state: string][] = [
  ['a partition', 'sda2', { sda2: disk }, 'plain'],
  ['LUKS on a partition', 'dm-0', { 'dm-0': luks('sda3'), sda3: disk }, 'encrypted'],
  ['a volume on LUKS, as Debian sets it up', 'dm-1', { 'dm-1': lvm('dm-0'), 'dm-0': luks('nvme0n1p3'), nvme0n1p3: disk }, 'encrypted'],
  ['a volume without it', 'dm-1', { 'dm-1': lvm('sda3'), sda3: disk }, 'plain'],
  [
    'a volume of which only one part is encrypted',
    'dm-2',
    { 'dm-2': lvm('dm-0', 'sdb1'), 'dm-0': luks('sda3'), sda3: disk, sdb1: disk },
    'plain',
  ],
  [
    'a RAID of encrypted parts',
    'md0',
    { md0: on('dm-0', 'dm-1'), 'dm-0': luks('sda1'), 'dm-1': luks('sdb1'), sda1: disk, sdb1: disk },
    'encrypted',
  ],
  ['LUKS on a RAID', 'dm-0', { 'dm-0': luks('md0'), md0: on('sda1', 'sdb1'), sda1: disk, sdb1: disk }, 'encrypted'],
  ['an old mapping without LUKS', 'dm-0', { 'dm-0': { dmUuid: 'CRYPT-PLAIN-swap', slaves: ['sda3'] }, sda3: disk }, 'encrypted'],
  ['a device the kernel does not show', 'sdz1', {}, 'unknown'],
  ['devices that name each other', 'dm-0', { 'dm-0': on('dm-1'), 'dm-1': on('dm-0') }, 'unknown'],
];

describe('the disk under the profile on Linux', () => {
  it.each(DEVICES)('%s', (_name, start, devices, state) => {
    expect(encryptionOfDevice(start, (name) => devices[name] ?? null)).toBe(state);
  });

  const MOUNTS = [
    '22 27 0:21 / /proc rw,relatime - proc proc rw',
    '27 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/kylin--vg-root rw,errors=remount-ro',
    '31 27 8:17 / /home rw,relatime shared:5 - ext4 /dev/sdb1 rw',
    '40 31 8:33 / /home/wang/My\\040Disk rw - vfat /dev/sdc1 rw',
    '41 27 0:45 / /data rw - btrfs /dev/sdd1 rw,subvol=/@data',
  ].join('\n');
  it.each([
    ['/var/lib/x', '/dev/mapper/kylin--vg-root', 'ext4'],
    ['/home/wang/.local', '/dev/sdb1', 'ext4'],
    ['/homestead', '/dev/mapper/kylin--vg-root', 'ext4'],
    ['/home/wang/My Disk/p', '/dev/sdc1', 'vfat'],
    ['/data', '/dev/sdd1', 'btrfs'],
  ])('%s lies on %s', (path, source, type) => {
    expect(mountOf(MOUNTS, path)).toMatchObject({ source, type });
  });
  it('nothing is read out of nothing', () => {
    expect(mountOf('', '/home')).toBeNull();
    expect(mountOf('rubbish\n- - -', '/home')).toBeNull();
  });
});

describe('the disk under the profile on Windows', () => {
  it.each([
    ['1\r\n', 'encrypted'],
    ['6', 'encrypted'],
    ['2\r\n', 'plain'],
    ['4', 'plain'],
    ['5', 'plain'],
    ['3', 'working'],
    ['', 'unknown'],
    ['0', 'unknown'],
    ['Access denied', 'unknown'],
    ['11', 'unknown'],
  ])('%j: %s', (output, state) => {
    expect(encryptionOfBitLocker(output)).toBe(state);
  });
});

describe('what a person is told', () => {
  it.each(['windows', 'linux'] as const)('on %s: calm, and what to do only where there is something', (system) => {
    expect(encryptionWords('encrypted', system).todo).toBe('');
    expect(encryptionWords('working', system).todo).toBe('');
    expect(encryptionWords('plain', system).todo).toContain('登记照常');
    expect(encryptionWords('unknown', system).todo).toContain('登记照常');
  });
  it('names what the system has', () => {
    expect(encryptionWords('plain', 'windows').todo).toContain('BitLocker');
    expect(encryptionWords('plain', 'linux').todo).toContain('LUKS');
  });
});
