import type { DeadlineCode } from '../domain/deadlines';
import type { Disposal, GuideTarget, ResultKind } from '../domain/disposal';
import type { MatterState } from '../domain/known-person';

type Needed = 'answer' | 'basis' | 'target' | 'department' | 'reason' | 'article' | 'acceptedOn' | 'decisionNo';

export interface ResultRule {
  needs: readonly Needed[];
  /** Asked for, and may be left out. */
  may?: readonly Needed[];
  /** Periods that begin with it; those without a start yet are told in words. */
  deadlines: readonly DeadlineCode[];
  /** What becomes of the matter; null leaves it as it is. */
  matter: MatterState | null;
  /** Routes whose authorities are offered. */
  routes?: readonly GuideTarget['route'][];
  /** 条例 30 条: hidden from all but named people. */
  secret?: true;
}

/** Forms 5.5 with what each needs (plan S55–S58, 条例 19–23, 28, 31–36 条). */
export const RESULT_RULES: Record<ResultKind, ResultRule> = {
  answered: { needs: ['answer', 'basis'], deadlines: [], matter: 'answered' },
  verify: { needs: ['department'], deadlines: ['D1', 'D2', 'D3', 'D5'], matter: 'open' },
  accepted: { needs: ['acceptedOn', 'department'], deadlines: ['D5'], matter: 'open' },
  transferred: { needs: ['target'], deadlines: ['D4'], matter: 'open', routes: ['petition', 'administrative', 'enforcement', 'other'] },
  assigned: { needs: ['target'], deadlines: ['D4'], matter: 'open', routes: ['petition', 'administrative', 'enforcement', 'other'] },
  guided: {
    needs: ['target'],
    deadlines: [],
    matter: 'answered',
    routes: ['arbitration', 'party', 'administrative', 'enforcement', 'petition', 'other'],
  },
  judicial: { needs: ['target'], deadlines: [], matter: 'answered', routes: ['judicial', 'arbitration'] },
  discipline: { needs: ['target'], deadlines: [], matter: 'open', routes: ['discipline'], secret: true },
  'not-accepted': { needs: ['reason', 'article'], may: ['target'], deadlines: [], matter: 'closed' },
  concluded: { needs: ['decisionNo', 'article'], deadlines: [], matter: 'final' },
  mediated: { needs: ['answer'], deadlines: [], matter: 'answered' },
  aid: { needs: ['answer', 'department'], deadlines: [], matter: 'answered' },
  suggestion: { needs: ['answer', 'department'], deadlines: ['D3'], matter: 'open' },
  left: { needs: ['reason'], deadlines: [], matter: null },
  suspended: { needs: ['reason'], deadlines: ['D3'], matter: 'open' },
};

const SENTENCES: Record<Exclude<Needed, 'basis' | 'target' | 'acceptedOn'>, string> = {
  answer: '请写明答复、约定或帮扶的内容',
  department: '请填写责任科室',
  reason: '请写明原因',
  article: '请写明依据的条款',
  decisionNo: '请填写终结文书的文号',
};

export interface DisposalFacts {
  /** Citations in the record. */
  citations: number;
  /** The hall's day. */
  today: string;
}

const NO_TARGET: Disposal['target'] = { name: '', address: '', phone: '', basis: '' };

/** What was typed under another result before this one was chosen does not belong to it, and is not kept. */
export function belonging(disposal: Disposal): Disposal {
  const { result, opinion, opinionBy } = disposal;
  const asks = (what: Needed): boolean => asked(result).includes(what);
  return {
    result,
    answer: asks('answer') ? disposal.answer : '',
    noBasisReason: asks('basis') ? disposal.noBasisReason : '',
    target: asks('target') ? disposal.target : NO_TARGET,
    department: asks('department') ? disposal.department : '',
    reason: asks('reason') ? disposal.reason : '',
    article: asks('article') ? disposal.article : '',
    acceptedOn: asks('acceptedOn') ? disposal.acceptedOn : '',
    simple: asks('acceptedOn') && disposal.simple,
    decisionNo: asks('decisionNo') ? disposal.decisionNo : '',
    opinion,
    opinionBy: opinion === '' ? '' : opinionBy,
    namedPeople: RESULT_RULES[result].secret ? disposal.namedPeople : [],
  };
}

/** What a result is asked for, needed or not. */
export const asked = (result: ResultKind): readonly Needed[] => [...RESULT_RULES[result].needs, ...(RESULT_RULES[result].may ?? [])];

/** What is still missing, by field; empty when the result may be stored. */
export function checkDisposal(disposal: Disposal, { citations, today }: DisposalFacts): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const need of RESULT_RULES[disposal.result].needs) {
    if (need === 'basis') {
      if (citations === 0 && disposal.noBasisReason === '') missing.noBasisReason = '请从政策库引用依据，或写明「无需依据」的原因';
    } else if (need === 'target') {
      if (disposal.target.name === '') missing['target.name'] = '请选择或填写受理机关';
      if (disposal.target.address === '') missing['target.address'] = '请填写机关地址，来访人要照着去找';
    } else if (need === 'acceptedOn') {
      if (disposal.acceptedOn === '') missing.acceptedOn = '请填写受理日期，60 日从这一天起算';
      else if (disposal.acceptedOn > today) missing.acceptedOn = '受理日期不能晚于今天';
    } else if (disposal[need] === '') missing[need] = SENTENCES[need];
  }
  if (RESULT_RULES[disposal.result].may?.includes('target') && disposal.target.name !== '' && disposal.target.address === '')
    missing['target.address'] = '请填写机关地址，来访人要照着去找';
  if (disposal.opinion !== '' && disposal.opinionBy === '') missing.opinionBy = '请选择提出初步处理意见的人';
  return missing;
}
