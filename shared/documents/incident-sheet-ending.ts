import { entriesOfKind, lossOf, momentAt } from '../rules/incident-facts';
import { stampOf } from '../rules/time';
import type { PaperBlock } from './incident-paper';
import type { SheetFacts } from './incident-sheet';
import { grid, heading, joined, row, table } from './sheet-blocks';

/** Decisions, reports, how it ended, and what belongs to the paper. */
export function ending(facts: SheetFacts): PaperBlock[] {
  const { picture, reports } = facts;
  const { whereabouts, review, liftedAt, controlledAt } = picture;
  const decided = entriesOfKind(facts, 'decision').map(({ elapsed, data }) => [
    momentAt(elapsed, facts),
    data.topic,
    data.text,
    data.decider,
  ]);
  const false_ = entriesOfKind(facts, 'false-alarm').at(-1);
  const ended = false_
    ? `${momentAt(false_.elapsed, facts)} 按误报结束：${false_.data.reason}`
    : liftedAt === null
      ? ''
      : `${momentAt(liftedAt, facts)} 解除`;
  const printed = entriesOfKind(facts, 'evacuation-printed').map(({ elapsed }) => `疏散名单（${momentAt(elapsed, facts)}）`);
  const photos = entriesOfKind(facts, 'photo').length;
  const recordings = entriesOfKind(facts, 'recording').length;
  return [
    heading('决定'),
    grid(['时间', '议题', '决定', '决定人'], [14, 22, 46, 18], decided),
    heading('报告'),
    grid(
      ['报告', '报送', '时间', '签发人'],
      [14, 44, 24, 18],
      reports.map(({ title, to, at, signedName }) => [title, to, stampOf(at).slice(0, 16), signedName]),
    ),
    table(
      row('签发人', reports.at(-1)?.signedName ?? ''),
      row('受控时间', controlledAt === null ? '' : momentAt(controlledAt, facts)),
      row('处置结束时间', ended),
      row('人员去向', whereabouts?.people ?? ''),
      row('物品去向', whereabouts?.items ?? ''),
      row('证据去向', whereabouts?.evidence ?? ''),
      row('损失', lossOf(facts)),
      row('小结', picture.summary),
      row('评估', review ? joined(`时限：${review.limits}`, review.worked && `有效做法：${review.worked}`, `改进：${review.improve}`) : ''),
      ...(facts.drill ? [row('演练评分', review && review.score >= 0 ? `${review.score} 分` : '')] : []),
      row(
        '附件',
        joined(
          photos > 0 ? `照片 ${photos} 张` : '',
          recordings > 0 ? `录音 ${recordings} 段` : '',
          ...printed,
          ...reports.map(({ title }) => title),
        ),
      ),
    ),
    { block: 'text', text: `制表：${facts.madeBy}，${stampOf(facts.now)}，内容由时间线自动生成。` },
    { block: 'sign', labels: ['制表人', '审核人', '签发人', '日期'] },
  ];
}
