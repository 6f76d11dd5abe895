import type { TranscriptField } from '../domain/transcript';

/** What is known of a visit, in words. */
export interface TranscriptFacts {
  number: string;
  day: string;
  registeredAt: string;
  registeredBy: string;
  unit: string;
  name: string;
  sex: string;
  birthDate: string;
  docType: string;
  docNumber: string;
  phone: string;
  address: string;
  heads: string;
  collective: boolean;
  repeated: boolean;
  anonymous: boolean;
  secret: boolean;
  summary: string;
  demand: string;
  place: string;
  field: string;
  purpose: string;
  result: string;
  target: string;
  answer: string;
  due: string;
  queryCode: string;
}

const yes = (flag: boolean): string => (flag ? '是' : '否');

/**
 * Fields of the official record (forms 5.2) in the order in which they are typed. The codes are those of one city's
 * published dictionary, not confirmed with another unit; they stand beside the names and are not relied on.
 */
export const TRANSCRIPT_FIELDS: readonly { code: string; name: string; of(facts: TranscriptFacts): string }[] = [
  { code: 'XFJBH', name: '信访件编号', of: ({ number }) => number },
  { code: 'XFXS', name: '信访形式', of: () => '来访' },
  { code: 'XFRQ', name: '信访日期', of: ({ day }) => day },
  { code: 'DJSJ', name: '登记时间', of: ({ registeredAt }) => registeredAt },
  { code: 'DJR', name: '登记人', of: ({ registeredBy }) => registeredBy },
  { code: 'DJDW', name: '登记单位', of: ({ unit }) => unit },
  { code: 'XM', name: '姓名', of: ({ name }) => name },
  { code: 'XB', name: '性别', of: ({ sex }) => sex },
  { code: 'CSRQ', name: '出生日期', of: ({ birthDate }) => birthDate },
  { code: 'ZJLX', name: '证件类型', of: ({ docType }) => docType },
  { code: 'ZJHM', name: '证件号码', of: ({ docNumber }) => docNumber },
  { code: 'SJHM', name: '手机号码', of: ({ phone }) => phone },
  { code: 'CZDZ', name: '住址', of: ({ address }) => address },
  { code: 'RS', name: '来访人数', of: ({ heads }) => heads },
  { code: 'JTXFBZ', name: '集体访', of: ({ collective }) => yes(collective) },
  { code: 'BJGCCXFBZ', name: '本机构初次', of: ({ repeated }) => yes(!repeated) },
  { code: 'NMBZ', name: '匿名', of: ({ anonymous }) => yes(anonymous) },
  { code: 'ISSECRET', name: '保密', of: ({ secret }) => yes(secret) },
  { code: 'GK', name: '概况', of: ({ summary }) => summary },
  { code: 'XFRSQ', name: '信访人诉求', of: ({ demand }) => demand },
  { code: 'WTSD', name: '问题属地', of: ({ place }) => place },
  { code: 'NRFL', name: '内容分类', of: ({ field }) => field },
  { code: 'XFMD', name: '信访目的', of: ({ purpose }) => purpose },
  { code: 'BLFS', name: '办理方式', of: ({ result }) => result },
  { code: 'QX', name: '去向', of: ({ target }) => target },
  { code: 'DFNR', name: '答复要点', of: ({ answer }) => answer },
  { code: 'XBSJ', name: '限办时间', of: ({ due }) => due },
  { code: 'CXM', name: '查询码', of: ({ queryCode }) => queryCode },
];

export const transcriptOf = (facts: TranscriptFacts): TranscriptField[] =>
  TRANSCRIPT_FIELDS.map(({ code, name, of }) => ({ code, name, value: of(facts) }));
