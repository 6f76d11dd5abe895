import { z } from 'zod';
import { refuse } from '../../shared/errors';
import { DeskKey, HubAccess, Pem } from './identity';
import { COST, HUB_FILE, isSecret, JOINING_FILE, openSecret, sealSecret } from './sealed-secret';

/** What the hub's administrator hands to the hall's first desk (made by the hub's generator). */
export const HubContent = z.object({
  v: z.literal(1),
  hub: z.array(z.string().min(1)).min(1),
  ca: Pem,
  desks: z.array(z.object({ code: z.string().regex(/^\d{2}$/), seed: z.string().min(1) })).min(1),
});
export type HubContent = z.infer<typeof HubContent>;

/** What makes a new PC a desk of this hall. It holds the hall key, so it is worth as much as a desk. */
export const JoiningContent = z.object({
  v: z.literal(1),
  hallId: z.string().min(1),
  hallKey: z.base64(),
  /** Its later generations, if it was renewed. */
  laterKeys: z.array(z.object({ id: z.number().int().min(1), key: z.base64() })),
  /** The hall key under the hall's recovery phrase, so that this desk's backups open with the same words. Older files have none. */
  recovery: z.string().optional(),
  unitName: z.string(),
  desk: z.object({ code: z.string().regex(/^\d{2}$/), name: z.string() }),
  demo: z.boolean(),
  /** Null: a hall without a network, whose desks meet by USB. */
  hub: HubAccess.nullable(),
  /** The new desk's own, Ed25519, hex; its public half stands in the table `desks` already. */
  privateKey: z.string().regex(/^[0-9a-f]{64}$/),
  desks: z.array(DeskKey),
  /** Milliseconds UTC. */
  madeAt: z.number(),
  validUntil: z.number(),
});
export type JoiningContent = z.infer<typeof JoiningContent>;

/** A file that was forgotten in a drawer opens no desk. */
export const VALID_MS = 7 * 24 * 3_600_000;
/** A clock that is a little behind makes no file of the future. */
const CLOCK_MS = 24 * 3_600_000;

const NOT_HUB = '所选文件不是中心的连接文件，什么也没有改变。请选择中心安装时生成的文件。';
const NOT_JOINING = '所选文件不是加入文件，什么也没有改变。请选择管理员在「系统设置」中生成的加入文件。';
const WRONG = '一次性口令不正确，或文件已损坏，什么也没有改变。请逐字核对口令；仍然不符，请重新生成文件。';

export function mustBeHubFile(text: string): void {
  if (!isSecret(HUB_FILE, text)) refuse('refused', { message: NOT_HUB });
}
export function mustBeJoiningFile(text: string): void {
  if (!isSecret(JOINING_FILE, text)) refuse('refused', { message: NOT_JOINING });
}

/** @throws Refusal when the code is wrong, or the file another */
export async function openHubFile(text: string, code: string): Promise<HubContent> {
  const opened = await openSecret(HUB_FILE, code, text);
  if (!opened.ok) refuse('refused', opened.why === 'wrong-code' ? wrongCode() : { message: NOT_HUB });
  const content = HubContent.safeParse(opened.content);
  return content.success ? content.data : refuse('refused', { message: NOT_HUB });
}

export const sealJoiningFile = (content: JoiningContent, code: string, cost = COST): Promise<string> =>
  sealSecret(JOINING_FILE, code, content, cost);

/** @throws Refusal when the code is wrong, the file another or too old */
export async function openJoiningFile(text: string, code: string, now: number): Promise<JoiningContent> {
  const opened = await openSecret(JOINING_FILE, code, text);
  if (!opened.ok) refuse('refused', opened.why === 'wrong-code' ? wrongCode() : { message: NOT_JOINING });
  const parsed = JoiningContent.safeParse(opened.content);
  if (!parsed.success) refuse('refused', { message: '加入文件由其他版本的接访台生成，不能使用，什么也没有改变。请用同一版本重新生成。' });
  const { validUntil, madeAt } = parsed.data;
  if (now > validUntil) refuse('refused', { message: '加入文件已过期（有效期 7 天），什么也没有改变。请管理员重新生成。' });
  if (now < madeAt - CLOCK_MS)
    refuse('refused', { message: '这台电脑的时间早于加入文件的生成时间，什么也没有改变。请先校准电脑的日期时间，再试一次。' });
  return parsed.data;
}

const wrongCode = () => ({ message: WRONG, fields: { code: '口令不符' } });
