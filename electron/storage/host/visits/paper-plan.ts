import type { Settings } from '../../../../shared/domain/settings';
import type { PaperVisit } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { checkPaper, paperCardNo, paperTimes } from '../../../../shared/rules/paper-visit';
import type { Host } from '../host';

export interface PaperPlan {
  cardNo: number;
  day: string;
  /** When they came, ms UTC. */
  at: number;
  returnedAt: number | null;
  enteredAt: number;
}

/**
 * What the paper card says, judged: its number is that of one visit only.
 * @param now ms UTC
 * @throws Refusal with the sentence beside each field
 */
export async function planOfPaper(host: Host, paper: PaperVisit, { rules }: Settings, now: number): Promise<PaperPlan> {
  const problems = checkPaper(paper, rules, now);
  const cardNo = paperCardNo(paper.cardNo, rules) ?? 0;
  if (!problems.cardNo && !problems.date) {
    const held = host.db.rows('visits').where('[date+deskCode+cardNo]').equals([paper.date, host.deskCode, cardNo]);
    // The card of one that was made void is in somebody's hand all the same.
    const holder = await held.filter((row) => row.state !== 'void').first();
    if (holder) problems.cardNo = `${holder.queueNumber} 在这一天已经补录，请核对卡号`;
  }
  const fields = Object.fromEntries(Object.entries(problems).map(([field, sentence]) => [`paper.${field}`, sentence]));
  if (Object.keys(fields).length > 0)
    refuse('refused', { message: '补录的内容需要修改，尚未保存，已填内容仍在。请看各栏旁的提示。', fields });
  return { cardNo, day: paper.date, ...paperTimes(paper), enteredAt: now };
}
