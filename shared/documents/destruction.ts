import type { SheetModel } from './sheet';

export interface DestructionFacts {
  unitName: string;
  demo: boolean;
  /** 信访事项, 突发事件, … */
  kind: string;
  /** Numbers or a period: no name stands in it. */
  label: string;
  reason: string;
  askedBy: string;
  approvedBy: string;
  /** Days in words; the second is empty in older ones. */
  date: string;
  backupsUntil: string;
}

/** 销毁证明 of what is no recording (档案法实施条例 24 条: expired, looked at, destroyed by rule), for three signatures. */
export function buildDestruction({
  unitName,
  demo,
  kind,
  label,
  reason,
  askedBy,
  approvedBy,
  date,
  backupsUntil,
}: DestructionFacts): SheetModel {
  return {
    ...{ title: '销毁证明', unitName, number: kind, date, demo },
    blocks: [
      { block: 'text', text: '兹证明下列材料保存期限已满，经鉴定没有需要继续保存的情形，经批准销毁，不能恢复。' },
      {
        block: 'table',
        rows: [
          ['类别', kind],
          ['编号', label],
          ['销毁日期', date],
          ['申请人', askedBy],
          ['批准人', approvedBy],
          ['理由', reason],
          ...(backupsUntil ? [['此前备份最迟清除日期', backupsUntil] as const] : []),
        ],
      },
      { block: 'sign', labels: ['申请人', '批准人', '监销人', '日期'] },
    ],
  };
}
