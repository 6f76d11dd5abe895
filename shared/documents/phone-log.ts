import { SERVICE_NAMES } from '../domain/emergency';
import { CALL_OUTCOME_NAMES, SERVICE_STAGE_NAMES } from '../domain/incident';
import { UNKNOWN } from '../domain/incident-report';
import { causeOf, entriesOfKind, injuriesOf, lines, measuresOf, momentAt, trendOf } from '../rules/incident-facts';
import { type Entry, peopleNow } from '../rules/incident-picture';
import { placeOf } from '../rules/incident-report';
import { stampOf } from '../rules/time';
import type { PaperBlock } from './incident-paper';
import type { SheetFacts } from './incident-sheet';

const or = (text: string): string => text || UNKNOWN;

/** As much as is said in one call; more stands in the first part, and is not printed a second time. */
const SAID = 12;
const brief = (facts: SheetFacts, entries: readonly Entry[], where: string): string =>
  entries.length > SAID ? `见报告单「${where}」，共 ${entries.length} 条。` : or(lines(facts, entries));

/** 电话记录 (incidents 3.3): every call with its hour, and once what was said: time, place, cause, course, measures, result. */
export function phoneLog(facts: SheetFacts): PaperBlock[] {
  const { picture } = facts;
  const rows = calls(facts);
  const told = facts.calls.filter(({ toldAt }) => toldAt !== null).sort((a, b) => (a.toldAt ?? 0) - (b.toldAt ?? 0));
  return [
    { block: 'part', title: '电话记录' },
    rows.length > 0
      ? { block: 'grid', head: ['时间', '对象', '号码', '结果和内容', '通话人'], widths: [11, 25, 19, 32, 13], rows }
      : { block: 'table', rows: [['通话', '没有通话记录']] },
    { block: 'heading', text: '电话中报告的内容' },
    {
      block: 'table',
      rows: [
        ['时间', stampOf(facts.raisedAt)],
        ['地点', or(placeOf(facts))],
        ['起因', or(causeOf(facts))],
        ['经过', brief(facts, entriesOfKind(facts, 'note'), '经过')],
        [
          '措施',
          brief(
            facts,
            measuresOf(facts).filter(({ data }) => data.kind !== 'call'),
            '已采取措施',
          ),
        ],
        ['结果', or(picture.summary || trendOf(facts))],
        ['影响', or([peopleNow(picture) === null ? '' : `现场 ${peopleNow(picture)} 人`, injuriesOf(facts)].filter(Boolean).join('\n'))],
        ['趋势', or(trendOf(facts))],
        [
          '已报告的对象及时间',
          or(told.map(({ name, person, toldAt }) => `${momentAt(toldAt ?? 0, facts)} ${name} ${person}`.trim()).join('\n')),
        ],
        ['报告单位', or(facts.unit.name)],
        ['报告人', or(facts.reporter)],
        ['职务', or(facts.reporterPost)],
        ['电话', or(facts.unit.phone)],
        ['记录人', or(facts.madeBy)],
        ['记录时间', stampOf(facts.now)],
      ],
    },
    { block: 'sign', labels: ['报告人', '记录人'] },
  ];
}

/** Calls and services in the order of the timeline. The number that was dialled, or the one the unit's list has. */
function calls(facts: SheetFacts): string[][] {
  const contact = (key: string) => facts.emergency.contacts.find((each) => each.key === key);
  const called = entriesOfKind(facts, 'call').map(({ n, elapsed, staffId, data }) => {
    const row = facts.calls.find((each) => each.contact === data.contact);
    const who = [facts.names.contact(data.contact), data.person || row?.person || ''].filter(Boolean).join(' ');
    const phone = data.phone || row?.phone || contact(data.contact)?.phone || '';
    return { n, elapsed, staffId, who, phone, result: [CALL_OUTCOME_NAMES[data.outcome], data.text].filter(Boolean).join('，') };
  });
  const services = entriesOfKind(facts, 'service')
    .filter(({ data }) => data.stage === 'called')
    .map(({ n, elapsed, staffId, data }) => ({
      ...{ n, elapsed, staffId, who: SERVICE_NAMES[data.service], phone: data.service },
      result: [SERVICE_STAGE_NAMES.called, data.caseNo && `接警号 ${data.caseNo}`, data.text].filter(Boolean).join('，'),
    }));
  return [...called, ...services]
    .sort((a, b) => a.n - b.n)
    .map(({ elapsed, who, phone, result, staffId }) => [momentAt(elapsed, facts), who, or(phone), result, or(facts.staffName(staffId))]);
}
