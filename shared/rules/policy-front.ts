import type { PolicyAbout } from '../domain/policies';
import { isRealDay } from './time';

/** What the lines before the first article, and the last ones, tell of the text: proposals that a person looks over. */
export type ProposedAbout = Pick<PolicyAbout, 'title' | 'issuer' | 'version' | 'effective' | 'kind'>;

const TITLE_ENDS =
  /(?:条例|办法|规定|细则|规则|法|制度|守则|准则|指引|指南|意见|方案|决定|公约|章程|规范|须知|流程|通知|规程|要求|汇编)(?:[（(].{1,12}[）)])?$/;
const LONGEST_TITLE = 60;
const ISSUED = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(.{2,30}?)(?:发布|公布|印发|制定|通过|批准|颁布)/;
const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const NUMBER_OF_DOCUMENT = /[\u4e00-\u9fff]{1,12}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*第?\s*\d+\s*号/;
const IN_FORCE =
  /自\s*(?:(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(发布|公布|印发|颁布|通过)之?日)\s*起?\s*(?:施行|实施|生效|执行|试行)/;

const dayOf = (year?: string, month?: string, day?: string): string => {
  const text = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isRealDay(text) ? text : '';
};

export const isTitleLine = (line: string): boolean => line.length <= LONGEST_TITLE && TITLE_ENDS.test(line) && !/[。；，：]/.test(line);

/** @param front the lines before the first article; @param all the whole text, for the day it came into force */
export function aboutOf(front: readonly string[], all: string): ProposedAbout {
  const lines = front.filter((line) => line !== '');
  const title = titleOf(lines);
  // The last of several: 会议批准 stands before 发布, and who issued it is who published it.
  const issued = lines.map((line) => ISSUED.exec(line.replace(/^[（(]|[）)]$/g, ''))).filter((found) => found !== null);
  const published = issued.findLast(([line]) => /发布|公布|印发|颁布/.test(line)) ?? issued.at(-1);
  const dated = published ?? lines.map((line) => DATE.exec(line)).find((found) => found !== null && found !== undefined);
  const issuedOn = dated ? dayOf(dated[1], dated[2], dated[3]) : '';
  const number = NUMBER_OF_DOCUMENT.exec(lines.join('\n'))?.[0] ?? '';
  const force = IN_FORCE.exec(all);
  const effective = force ? (force[4] ? issuedOn : dayOf(force[1], force[2], force[3])) : '';
  const year = (issuedOn || effective).slice(0, 4);
  return {
    title,
    issuer: (published?.[4] ?? '').replace(/[\s\u3000，,]+$/g, '').trim(),
    version: number.replace(/\s/g, '') || (year ? `${year}年` : ''),
    effective,
    kind: kindOf(title),
  };
}

/** 「关于印发《…办法》的通知」 stands before the 办法 itself: the line nearest to its first article is the title. */
function titleOf(lines: readonly string[]): string {
  const titles = lines.filter(isTitleLine);
  const own = titles.findLast((line) => !/通知$/.test(line)) ?? titles.at(-1);
  const first = lines[0] ?? '';
  return own ?? (first.length <= LONGEST_TITLE ? first : '');
}

function kindOf(title: string): PolicyAbout['kind'] {
  if (/法(?:[（(].*[）)])?$/.test(title) && !/办法/.test(title)) return 'law';
  if (/条例(?:[（(].*[）)])?$/.test(title)) return 'regulation';
  if (/(?:规定|规则|细则|办法|意见|通知|决定)(?:[（(].*[）)])?$/.test(title)) return 'rules';
  return 'unit';
}
