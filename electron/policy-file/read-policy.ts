import { execFile } from 'node:child_process';
import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { NO_POLICY, type PolicyView } from '../../shared/domain/machine-policy';
import { checkPolicy } from '../../shared/rules/machine-policy';
import { decodeText } from '../files/decode-text';
import { describe, log } from '../log';
import { parseRegistry, REGISTRY_KEY } from './registry';

/** `owner`: the only account whose file counts. */
export type PolicyPlace = { kind: 'file'; path: string; owner: number } | { kind: 'registry' } | { kind: 'none' };

const LONGEST = 64 * 1024;
const WRITABLE_BY_OTHERS = 0o022;

/** Where a release looks. There is no other place, and nothing in its surroundings names one. */
export function policyPlace(platform: NodeJS.Platform = process.platform): PolicyPlace {
  if (platform === 'win32') return { kind: 'registry' };
  return platform === 'linux' ? { kind: 'file', path: '/etc/jiefangtai/policy.json', owner: 0 } : { kind: 'none' };
}

/** Never throws: a policy that cannot be read counts for nothing, and is said. */
export async function readPolicy(place: PolicyPlace): Promise<PolicyView> {
  if (place.kind === 'none') return NO_POLICY;
  if (place.kind === 'registry') return view(REGISTRY_KEY, await registryValues());
  try {
    const text = await trustedText(place.path, place.owner);
    return view(place.path, text === null ? null : JSON.parse(text));
  } catch (error) {
    log.warn(`policy: not read: ${error instanceof Error ? error.message : String(error)}`);
    const why = error instanceof Untrusted ? error.message : '内容读不懂';
    return { ...NO_POLICY, place: place.path, found: true, refused: [`管理员策略文件没有采用：${why}。请 IT 人员核对 ${place.path}。`] };
  }
}

function view(place: string, raw: unknown): PolicyView {
  return raw === null ? { ...NO_POLICY, place } : { place, found: true, ...checkPolicy(raw) };
}

class Untrusted extends Error {}

/**
 * Null where there is none. The same open file is looked at and read, so that nothing can be exchanged in between; who may write its
 * folder could put another in its place.
 */
async function trustedText(path: string, owner: number): Promise<string | null> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error.code === 'ELOOP' ? new Untrusted('它是一个链接') : error.code === 'EACCES' ? new Untrusted('本程序没有读取权限') : error;
  });
  if (!file) return null;
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new Untrusted('它不是普通文件');
    mustBelongTo(facts, owner, '文件');
    mustBelongTo(await lstat(dirname(path)), owner, '所在文件夹');
    if (facts.size > LONGEST) throw new Untrusted('文件过大');
    return (await file.readFile('utf8')).replace(/^\uFEFF/, '');
  } finally {
    await file.close();
  }
}

function mustBelongTo({ uid, mode }: Stats, owner: number, what: string): void {
  if (uid !== owner) throw new Untrusted(`${what}不属于 ${owner === 0 ? 'root' : `用户 ${owner}`}`);
  if ((mode & WRITABLE_BY_OTHERS) !== 0) throw new Untrusted(`${what}允许其他用户写入`);
}

/** Null where the key is not there. It lies in HKLM, where only administrators write. */
async function registryValues(): Promise<Record<string, unknown> | null> {
  try {
    const options = { encoding: 'buffer', windowsHide: true, timeout: 5000 } as const;
    const { stdout } = await promisify(execFile)(
      `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32\\reg.exe`,
      ['query', REGISTRY_KEY],
      options,
    );
    return parseRegistry(decodeText(stdout));
  } catch (error) {
    log.info(`policy: registry: ${describe(error)}`);
    return null;
  }
}
