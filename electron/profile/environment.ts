import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the outside may tell the program; README “Names”. Tests-only values are refused in a packaged build. */
export interface Environment {
  profileDir: string;
  demo: boolean;
  /** `demo:N`: that many synthetic visits besides, for benchmarks; `demo:N:M`: M of them a write. */
  demoVisits: number;
  demoVisitsAWrite?: number;
  /** Added to the system's clock, in milliseconds. */
  clockOffsetMs: number;
  /** Switches that open the program to whoever starts it are left alone: in development and tests only. */
  debuggable: boolean;
  /** In place of the system's own (tests only): a policy file of whoever runs the program. */
  policyFile?: string;
  /** Chinese sentence when the environment asks for something that is refused. */
  refusal: string | null;
}

export function readEnvironment(argv: readonly string[], env: NodeJS.ProcessEnv, packaged: boolean, now: number): Environment {
  const flag = argv.find((a) => a.startsWith('--profile='))?.slice('--profile='.length);
  const base = process.platform === 'win32' ? (env.LOCALAPPDATA ?? homedir()) : (env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'));
  const profileDir = resolve(flag || env.RECEPTION_PROFILE || join(base, 'jiefangtai'));
  const seed = /^demo(?::(\d{1,7})(?::([1-9]\d{0,2}))?)?$/.exec(env.RECEPTION_SEED ?? '');
  const demo = seed !== null;
  let refusal: string | null = null;
  if (env.RECEPTION_SEED && !demo) refusal = `RECEPTION_SEED 只认识 demo，不认识「${env.RECEPTION_SEED}」。`;
  if (packaged && env.RECEPTION_SEED) refusal = '正式安装的程序不能用演示数据启动。请去掉 RECEPTION_SEED 后再启动。';
  if (packaged && env.RECEPTION_CLOCK) refusal = '正式安装的程序不能改用测试时间。请去掉 RECEPTION_CLOCK 后再启动。';
  if (packaged && env.RECEPTION_POLICY) refusal = '正式安装的程序只读系统里的管理员策略。请去掉 RECEPTION_POLICY 后再启动。';
  const offset = clockOffset(env.RECEPTION_CLOCK, now);
  if (offset === null) refusal = 'RECEPTION_CLOCK 应为 2026-11-23T09:00:00+08:00 这样的时刻，或 +3600、-3600 这样的秒数。';
  const aWrite = seed?.[2] ? { demoVisitsAWrite: Number(seed[2]) } : {};
  const policy = env.RECEPTION_POLICY && !packaged ? { policyFile: resolve(env.RECEPTION_POLICY) } : {};
  return {
    profileDir,
    demo,
    demoVisits: Number(seed?.[1] ?? 0),
    ...aWrite,
    ...policy,
    clockOffsetMs: offset ?? 0,
    debuggable: !packaged,
    refusal,
  };
}

/** A moment (the clock starts there and runs on) or a signed number of seconds. Null when it is neither. */
export function clockOffset(value: string | undefined, now: number): number | null {
  if (!value) return 0;
  if (/^[+-]\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at - now;
}
