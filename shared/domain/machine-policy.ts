import { z } from 'zod';

/**
 * What the IT office sets for this PC beside the program: `/etc/jiefangtai/policy.json`, or values under
 * `HKLM\SOFTWARE\Policies\JieFangTai` with the same names. Each is optional; what is not there is set in the program as ever.
 */
const line = z
  .string()
  .trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a value with a line break would be shown as two
  .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), '不能有换行或控制字符');
const AbsolutePath = line.max(500).regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\])/, '应为完整路径');

/** `nats://host:4222`, `tls://host:4222` or `host:4222`. */
const HubAddress = line.max(200).regex(/^(?:(?:nats|tls):\/\/)?[A-Za-z0-9.-]+(?::\d{1,5})?$/, '应为 nats://主机:4222 这样的地址');

const isSource = (text: string): boolean => {
  if (AbsolutePath.safeParse(text).success) return true;
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
};

export const MachinePolicy = z.object({
  /** Where the hub is reached, in place of the addresses in the hub's file. */
  hubAddresses: z.array(HubAddress).min(1, '至少写一个地址').max(5, '最多 5 个地址'),
  /** The hub's connection file: taken from here, nobody chooses another. Its code is still asked for. */
  hubFile: AbsolutePath,
  /** The printer of the cards at this desk, as the system names it. */
  printer: line.min(1, '不能为空').max(127, '最长 127 个字'),
  /** Off unless true. */
  updateEnabled: z.boolean('应为 true 或 false（注册表为 1 或 0）'),
  /** A folder, or the address of one on an HTTP server. */
  updateSource: line.max(500).refine(isSource, '应为完整的文件夹路径，或 http、https 地址（不带用户名、密码和参数）'),
  /** After so many minutes without a key or pointer the screen locks. */
  lockMinutes: z.number('应为数字').int('应为整数').min(1, '应为 1–60').max(60, '应为 1–60'),
});
export type MachinePolicy = Partial<z.infer<typeof MachinePolicy>>;
export type PolicyKey = keyof typeof MachinePolicy.shape;
export const POLICY_KEYS = Object.keys(MachinePolicy.shape) as PolicyKey[];

/** The policy as the screens see it. */
export const PolicyView = z.object({
  /** Where it was looked for. */
  place: z.string(),
  found: z.boolean(),
  values: MachinePolicy.partial(),
  /** Sentences: what of it does not count, and why. */
  refused: z.array(z.string()),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const NO_POLICY: PolicyView = { place: '', found: false, values: {}, refused: [] };
