import { dayOf, longDay, stampOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** What a 销毁证明 says, from the row that was written when the sound was destroyed. */
export async function certificateWords(
  { reader }: Host,
  row: Opened<'destructions'>,
  { id, startedAt, durationMs }: Opened<'recordings'>,
): Promise<Record<string, string>> {
  const staff = await reader.some('staff', [row.askedBy, row.approvedBy]);
  return {
    录音编号: id.slice(-12),
    录音时间: `${stampOf(startedAt)} 起，${Math.round(durationMs / 1000)} 秒`,
    校验值: row.sha256,
    销毁日期: longDay(dayOf(row.at)),
    申请人: staff.get(row.askedBy)?.name ?? '',
    批准人: staff.get(row.approvedBy)?.name ?? '',
    原因: row.reason,
    备份轮换: row.backupsUntil ? longDay(row.backupsUntil) : '',
  };
}
