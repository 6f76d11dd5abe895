import type { IncidentCode, IncidentPlan } from '../../domain/incident-plan';
import { act, call, control, field, firstMinute, ifNeeded, persuade, plan } from './build';

/**
 * What concerns the unit's own work: press, power, data, staff. Three of them (a power cut, a leak, a warning) have
 * nobody on the scene and so no common first minute.
 */
export const AFFAIR_PLANS = {
  E11: plan('E11', {
    name: '采访、直播、偷拍、舆情',
    neutral: '现场情况',
    steps: [
      firstMinute(),
      persuade('rules', '出示须知，请停止拍摄'),
      act('area', '请移步指定区域'),
      act('verify', '是记者的，核证后交新闻负责人'),
      act('evidence', '截图留证，记下链接'),
      act('line', '口径定一个，只由一人答'),
      act('watch', '继续看网上动向'),
    ],
    mustNots: ['不抢夺手机', '不以个人名义对外说'],
    calls: [
      call('coordination', 5),
      call('spokesperson', 5, '记者到场时'),
      call('deputy', 10),
      call('publicity', 30),
      call('cyberspace', 30, '已在网上传播时'),
    ],
    fields: [
      field('platform', '平台'),
      field('account', '账号'),
      field('link', '链接或截图'),
      field('views', '观看量', 'number'),
      field('line-version', '口径版本'),
    ],
    conducts: ['filming'],
    basis: '本单位预案（接访须知）',
  }),
  E16: plan('E16', {
    name: '停电、断网、系统故障',
    neutral: '设备情况',
    steps: [
      act('switch', '改用离线登记，或纸质号码本'),
      act('tell', '向等候的群众说明情况'),
      ifNeeded(act('light', '打开应急照明')),
      act('backfill', '恢复后逐号补录'),
    ],
    mustNots: ['不因此停止登记'],
    calls: [call('logistics', 0), call('coordination', 5)],
    fields: [
      field('from', '开始时间', 'time'),
      field('until', '恢复时间', 'time'),
      field('backfilled', '补录数量', 'number'),
      field('range', '纸质号段'),
    ],
    conducts: [],
    basis: '参照通行做法：先纸质受理，恢复后补录',
  }),
  E19: plan('E19', {
    name: '信息泄露、设备被盗',
    neutral: '设备情况',
    steps: [
      act('cut', '断开设备和网络'),
      act('freeze', '停用有关账号'),
      act('password', '改掉有关密码'),
      act('scope', '查清哪些信息、涉及多少人'),
      act('notify', '告知主管部门和本人'),
    ],
    mustNots: ['不私自删日志'],
    calls: [call('head', 0), call('data-authority', 60), call('superior', 60)],
    fields: [field('kinds', '信息种类'), field('count', '数量', 'number'), field('cause', '原因'), field('remedy', '补救措施')],
    conducts: [],
    basis: '个人信息保护法 57 条',
  }),
  E20: plan('E20', {
    name: '冒用身份、混入、醉酒',
    neutral: '现场情况',
    steps: [
      firstMinute(),
      act('verify', '把证件再核一遍'),
      persuade('persuade', '好言劝离，醉酒的请人来接'),
      control('wait', '劝不走：安保守候，请民警来'),
    ],
    mustNots: [],
    calls: [call('security-leader', 0), call('police-station', 0, '冒用证件或劝离无效时')],
    fields: [field('document', '证件异常说明')],
    conducts: [],
    basis: '本单位预案（人员核查）',
  }),
  E21: plan('E21', {
    name: '串联、越级走访苗头',
    neutral: '工作事项',
    steps: [act('source', '记清从哪来、原话怎么说'), act('judge', '交信息研判组判断', 30), act('report', '报领导小组，告知属地')],
    mustNots: ['不泄露信息来源'],
    calls: [call('analysis', 30), call('lead-group', 60), call('local-authority', 60)],
    fields: [
      field('who', '人员'),
      field('what', '事由'),
      field('when', '时间'),
      field('where', '地点'),
      field('reliability', '来源可靠度'),
    ],
    conducts: [],
    basis: '信访工作条例 25 条、26 条（五）；本单位预案（风险预判）',
  }),
  E22: plan('E22', {
    name: '工作人员言行被投诉',
    neutral: '接待调整',
    steps: [
      firstMinute(),
      act('change', '换一位同事接待'),
      act('sorry', '当面致歉，听其说完'),
      act('keep', '封存录音，原件不动'),
      act('report', '报告副组长', 10),
    ],
    mustNots: ['不私自删录音'],
    calls: [call('deputy', 10)],
    fields: [field('complaint', '投诉内容'), field('handling', '处理')],
    conducts: [],
    basis: '信访工作条例 46 条（一）',
  }),
} satisfies Partial<Record<IncidentCode, IncidentPlan>>;
