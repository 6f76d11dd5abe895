import { BRIEFING_SECTION_NAMES, type BriefingView } from '../domain/briefing';
import { UNKNOWN_GROUP } from '../rules/briefing-draft';
import { longDay, stampOf } from '../rules/time';
import type { PaperBlock } from './incident-paper';
import type { SheetModel } from './sheet';

/** Rows for the leader's hand, where nothing was entered yet. */
const LEADER_LINES = 4;

export interface BriefingPaperFacts {
  view: BriefingView;
  unitName: string;
  demo: boolean;
}

/** 《接访情况专报》 with every field of forms 5.9; the names stand on a page of their own, masked. */
export function buildBriefing({ view, unitName, demo }: BriefingPaperFacts): SheetModel {
  const { number, text, date, names, instructions, correctedBy } = view;
  const signed = (name: string, at: number | null): string => (at === null ? '' : `${name}　${stampOf(at).slice(0, 16)}`);
  return {
    title: '接访情况专报',
    unitName,
    number,
    date: longDay(view.issuedAt === null ? date : stampOf(view.issuedAt).slice(0, 10)),
    demo,
    blocks: [
      {
        block: 'table',
        rows: [
          ['密级／期限', [text.secrecy, text.term].filter(Boolean).join('／')],
          ['报送对象', text.to],
          ['来访时间', longDay(date)],
          ...(correctedBy ? [['更正', `本期已由${correctedBy}更正`] as const] : []),
        ],
      },
      ...text.sections.flatMap(({ key, sentences }, i): PaperBlock[] => [
        { block: 'heading', text: `${ORDER[i] ?? ''}、${BRIEFING_SECTION_NAMES[key]}` },
        ...paragraphs(sentences.map((each) => each.text)).map((words) => ({ block: 'text' as const, text: words })),
      ]),
      { block: 'heading', text: '附件' },
      { block: 'text', text: names.length > 0 ? `来访人名单（另页），${names.length} 批。` : '无' },
      {
        block: 'table',
        rows: [
          ['拟稿', signed(view.drafterName, view.submittedAt)],
          ['审核', signed(view.reviewerName, view.reviewedAt)],
          ['签发', signed(view.signerName, view.issuedAt)],
        ],
      },
      {
        block: 'table',
        rows: [
          [
            '领导批示',
            instructions.length === 0
              ? '\n'.repeat(LEADER_LINES)
              : instructions.map((each) => `${each.leader}：${each.text}（${each.department}，${longDay(each.due)}前）`).join('\n'),
          ],
        ],
      },
      ...(names.length > 0 ? nameList(names) : []),
    ],
  };
}

const ORDER = ['一', '二', '三', '四', '五', '六'];
const paragraphs = (texts: readonly string[]): string[] => {
  const said = texts.map((text) => text.trim()).filter(Boolean);
  return said.length > 0 ? said : [UNKNOWN_GROUP];
};

const nameList = (names: BriefingView['names']): PaperBlock[] => [
  { block: 'part', title: '附件：来访人名单' },
  {
    block: 'grid',
    head: ['排队号', '姓名', '证件号码', '人数', '领域', '处理结果'],
    widths: [11, 17, 27, 9, 20, 16],
    rows: names.map((each) => [
      each.number,
      each.names.join('\n') || UNKNOWN_GROUP,
      each.documents.filter(Boolean).join('\n') || UNKNOWN_GROUP,
      String(each.heads),
      each.field,
      each.result || UNKNOWN_GROUP,
    ]),
  },
];
