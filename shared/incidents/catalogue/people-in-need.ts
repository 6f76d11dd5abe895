import type { IncidentCode, IncidentPlan } from '../../domain/incident-plan';
import { act, call, care, control, field, firstMinute, ifNeeded, persuade, plan } from './build';

/**
 * Somebody needs help. All of these have one name where visitors can read the screen, so that it tells nobody who is ill
 * and of what (domain README, fact 8).
 */
const NEUTRAL = '需要协助';

export const NEED_PLANS = {
  E07: plan('E07', {
    name: '突发疾病',
    neutral: NEUTRAL,
    digit: '7',
    steps: [
      act('assess', '急救员看意识、呼吸、脉搏'),
      act('ambulance', '拨 120', 1),
      firstMinute(),
      ifNeeded(act('cpr', '无呼吸脉搏：按压，上 AED')),
      act('vitals', '人清醒：量血压，记体征'),
      ifNeeded(act('wheelchair', '能移动的，用轮椅')),
      care('care', '看关怀提示，问随身药'),
      act('family', '联系家属'),
      act('stay', '留一人陪到交接'),
    ],
    mustNots: ['不擅自喂药'],
    calls: [call('first-aid', 0), call('logistics', 0), call('service-120', 1), call('deputy', 5), call('family', 10)],
    fields: [
      field('vitals', '生命体征'),
      field('medicine', '用药'),
      field('ambulance-at', '120 到场时间', 'time'),
      field('hospital', '送往医院'),
    ],
    conducts: ['sudden-illness'],
    basis: '本单位预案（医护、急救物资、特殊群体接待）',
  }),
  E12: plan('E12', {
    name: '老幼病残无人照护',
    neutral: NEUTRAL,
    steps: [
      firstMinute(),
      act('attend', '派专人陪，不离左右'),
      act('room', '带到安静处，给水和食物'),
      act('contact', '找监护人、属地、民政'),
      ifNeeded(act('handover', '来人先核身份，再签字交接')),
      ifNeeded(act('refer', '没人接：交民政，或报公安')),
    ],
    mustNots: ['不让人独处', '不交给身份不明的人'],
    calls: [
      call('guardian', 0),
      call('coordination', 5),
      call('local-authority', 30),
      call('civil-affairs', 30),
      call('police-station', 0, '无人接回时'),
    ],
    fields: [field('guardian', '监护人'), field('relation', '关系'), field('handover', '交接签字')],
    conducts: [],
    basis: '信访工作条例 26 条（四）；山东省信访条例 29 条；北京市信访条例 59 条；上海市信访条例 46 条',
  }),
  E13: plan('E13', {
    name: '疑似精神障碍失控',
    neutral: NEUTRAL,
    steps: [
      firstMinute(),
      persuade('talk', '只由一人轻声谈，少刺激'),
      act('move', '挪开尖的、重的东西'),
      act('notify', '通知监护人和属地', 10),
      control('danger', '可能伤人：隔开守候，拨 110'),
      ifNeeded(act('treat', '由民警制止，配合送诊')),
    ],
    mustNots: ['不贴标签', '不公开病情', '不捆绑'],
    calls: [call('guardian', 10), call('local-authority', 10), call('service-110', 0, '有伤害危险时')],
    fields: [field('behaviour', '表现（客观描述）'), field('danger', '危险行为'), field('outcome', '接回或送诊')],
    conducts: [],
    basis: '精神卫生法 4、28 条；上海市信访条例 46 条；山东省信访条例 29 条',
  }),
  E14: plan('E14', {
    name: '传染病或疑似',
    neutral: NEUTRAL,
    steps: [
      firstMinute(),
      act('mask', '递上口罩，请到单独房间'),
      act('air', '开窗通风'),
      act('cdc', '报疾控，告知卫生健康部门', 0),
      act('contacts', '导出同一时段在场的人'),
      act('disinfect', '给接触过的地方消毒'),
      act('remote', '改走书面，或请人代理'),
    ],
    mustNots: ['不公开姓名'],
    calls: [call('cdc', 0), call('health-authority', 0), call('deputy', 10)],
    fields: [field('symptoms', '症状'), field('contacts', '接触者名单'), field('disinfection', '消毒记录')],
    conducts: [],
    basis: '北京市信访条例 28、59 条；上海市信访条例 47 条；山东省信访条例 28、29 条',
  }),
  E18: plan('E18', {
    name: '跌伤、走失、遗失',
    neutral: NEUTRAL,
    steps: [
      firstMinute(),
      ifNeeded(act('aid', '跌伤：急救员查看')),
      ifNeeded(act('broadcast', '走失、遗失：广播寻找')),
      ifNeeded(act('footage', '看监控，找最后出现处')),
    ],
    mustNots: [],
    calls: [call('logistics', 0), call('first-aid', 0, '有人跌伤时'), call('service-120', 0, '伤情较重时')],
    fields: [field('injury', '伤情'), field('handling', '处理')],
    conducts: [],
    basis: '本程序默认做法，待单位确认',
  }),
} satisfies Partial<Record<IncidentCode, IncidentPlan>>;
