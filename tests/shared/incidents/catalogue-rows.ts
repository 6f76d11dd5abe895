import type { IncidentCode } from '../../../shared/domain/incident-plan';

/** A row of the catalogue's requirements, typed in apart from the data: what each type must hold, by distinguishing words. */
export interface CatalogueRow {
  code: IncidentCode;
  /** What its steps must speak of, in this order, the common first minute left out. */
  steps: readonly RegExp[];
  /** `to` and limit in minutes; with a third member the call depends on something, and that is said in these words. */
  calls: readonly (readonly [to: string, within: number, when?: RegExp])[];
  mustNots: readonly RegExp[];
  fields: readonly RegExp[];
  /** Limits that stand on a step. */
  within?: Readonly<Record<string, number>>;
  digit?: string;
  basis: RegExp;
}

const RESPONSIBLE = [
  ['department', 10],
  ['responsible-unit', 20, /城区/],
  ['responsible-unit-township', 30, /乡镇/],
] as const;

export const ROWS: readonly CatalogueRow[] = [
  {
    code: 'E01',
    steps: [/听/, /换.*主谈/, /缓冲角.*水/, /观察员/, /暂停接谈/],
    calls: [
      ['reception-leader', 0],
      ['coordination', 5],
    ],
    mustNots: [/争辩/, /权限/, /围观/],
    fields: [/情绪等级/, /触发/, /换人时间/],
    within: { pause: 15 },
    digit: '1',
    basis: /28、47 条/,
  },
  {
    code: 'E02',
    steps: [/结果.*途径/, /第一次劝离/, /第二次劝离/, /第三次劝离/, /责任单位.*属地/, /下班.*30 分钟/, /民警/],
    calls: [['coordination', 5], ...RESPONSIBLE, ['police-station', 0, /三次劝离/]],
    mustNots: [/拖/, /断水断电/],
    fields: [/劝离次数与时间/, /告知书/, /接回人/],
    digit: '2',
    basis: /26 条（四）、47 条/,
  },
  {
    code: 'E03',
    steps: [/喊停/, /隔离带/, /休息区/, /伤者.*120/, /监控/, /110/],
    calls: [
      ['security-leader', 0],
      ['service-110', 0, /动手或受伤/],
      ['deputy', 5],
    ],
    mustNots: [/还手/, /追打/, /一个人/],
    fields: [/伤情/, /照片/, /证人/, /录像编号/, /出警号/],
    digit: '3',
    basis: /26 条（三）/,
  },
  {
    code: 'E04',
    steps: [/安检.*不碰/, /退远/, /劝.*寄存/, /隔开.*守候/, /110/],
    calls: [
      ['security-leader', 0],
      ['service-110', 0, /枪.*爆.*剧毒.*刀/],
    ],
    mustNots: [/搜查.*扣押/],
    fields: [/物品清单/, /照片/, /收据号/, /移交民警/],
    digit: '4',
    basis: /26 条（二）.*保安服务管理条例 30 条.*上海.*48 条/,
  },
  {
    code: 'E05',
    steps: [/一人.*稳/, /两人.*出口/, /尖物、瓶子、火源/, /110、120/, /家属.*属地/, /不刺激.*不许诺/],
    calls: [
      ['service-110', 0],
      ['service-120', 0],
      ['head', 5],
      ['superior', 20],
      ['superior', 40, /书面/],
    ],
    mustNots: [/激/, /围观.*拍/],
    fields: [/原话/, /对象/, /方式/, /时间/, /工具/, /精神状态/],
    within: { services: 0 },
    digit: '5',
    basis: /北京.*58 条（二）.*山东.*66 条（四）/,
  },
  {
    code: 'E06',
    steps: [/急救员/, /120、110.*119/, /止血.*灭火.*垫/, /旁人离开/, /药瓶/, /家属/],
    calls: [
      ['service-120', 1],
      ['service-110', 1],
      ['service-119', 1, /火/],
      ['head', 5],
      ['superior', 20],
    ],
    mustNots: [/移动坠落/, /离开当事人/],
    fields: [/时间线.*分/, /药物/, /交接医护/, /送往医院/],
    within: { services: 1 },
    digit: '6',
    basis: /上海.*48 条/,
  },
  {
    code: 'E07',
    steps: [/意识、呼吸、脉搏/, /120/, /AED/, /血压/, /轮椅/, /关怀提示.*药/, /家属/, /陪/],
    calls: [
      ['logistics', 0],
      ['service-120', 1],
      ['deputy', 5],
    ],
    mustNots: [/喂药/],
    fields: [/生命体征/, /用药/, /120 到场时间/, /送往医院/],
    within: { ambulance: 1 },
    digit: '7',
    basis: /预案/,
  },
  {
    code: 'E08',
    steps: [/点清人数/, /代表.*5 人/, /休息区/, /责任单位负责人/, /扩音/, /分批/, /送离/],
    calls: [['coordination', 0], ['deputy', 5, /^5 人/], ['head', 5, /^30 人/], ...RESPONSIBLE],
    mustNots: [/挨个许诺/, /接访室/],
    fields: [/人数/, /代表/, /车辆/, /横幅内容/, /领头人自述/],
    within: { responsible: 10 },
    digit: '8',
    basis: /20 条三款、46 条（三）/,
  },
  {
    code: 'E09',
    steps: [/内门.*通道/, /喊话/, /警戒线/, /110/, /绕行/, /录像/],
    calls: [
      ['service-110', 0],
      ['head', 5],
      ['deputy', 5],
    ],
    mustNots: [/抢横幅/],
    fields: [/起始时间/, /结束时间/, /影响范围/, /照片/],
    within: { police: 0 },
    digit: '9',
    basis: /26 条（一）、47 条/,
  },
  {
    code: 'E10',
    steps: [/劝/, /隔开/, /拍.*价/, /110/],
    calls: [
      ['security-leader', 0],
      ['service-110', 0],
    ],
    mustNots: [],
    fields: [/物品/, /价值/, /照片/],
    basis: /26 条（三）/,
  },
  {
    code: 'E11',
    steps: [/须知/, /指定区域/, /记者.*核证.*新闻负责人/, /截图/, /口径/, /网上/],
    calls: [
      ['coordination', 5],
      ['deputy', 10],
      ['publicity', 30],
      ['cyberspace', 30, /网上/],
    ],
    mustNots: [/手机/, /个人/],
    fields: [/平台/, /账号/, /链接.*截图/, /观看量/, /口径版本/],
    basis: /须知/,
  },
  {
    code: 'E12',
    steps: [/专人/, /安静.*水/, /监护人、属地、民政/, /核身份.*签字/, /没人接.*民政.*公安/],
    calls: [
      ['coordination', 5],
      ['guardian', 0],
      ['civil-affairs', 30],
    ],
    mustNots: [/独处/, /身份不明/],
    fields: [/监护人/, /关系/, /交接签字/],
    basis: /26 条（四）.*山东.*29 条.*北京.*59 条.*上海.*46 条/,
  },
  {
    code: 'E13',
    steps: [/一人.*少刺激/, /挪开/, /监护人和属地/, /伤人.*110/, /民警制止.*送诊/],
    calls: [
      ['guardian', 10],
      ['local-authority', 10],
      ['service-110', 0, /伤害危险/],
    ],
    mustNots: [/标签/, /公开病情/, /捆绑/],
    fields: [/客观描述/, /危险行为/, /接回.*送诊/],
    within: { notify: 10 },
    basis: /精神卫生法 4、28 条.*上海.*46 条.*山东.*29 条/,
  },
  {
    code: 'E14',
    steps: [/口罩.*单独房间/, /通风/, /疾控.*卫生/, /在场的人/, /消毒/, /书面.*代理/],
    calls: [
      ['cdc', 0],
      ['deputy', 10],
    ],
    mustNots: [/公开姓名/],
    fields: [/症状/, /接触者名单/, /消毒记录/],
    within: { cdc: 0 },
    basis: /北京.*28、59 条.*上海.*47 条.*山东.*28、29 条/,
  },
  {
    code: 'E15',
    steps: [/119/, /断电|电源/, /按区.*撤/, /先走/, /在场名单点名/],
    calls: [
      ['service-119', 1],
      ['head', 5],
    ],
    mustNots: [/电梯/, /取物/],
    fields: [/名单核对结果/, /缺员/],
    within: { fire: 1 },
    digit: '0',
    basis: /突发事件应对法 37 条/,
  },
  {
    code: 'E16',
    steps: [/离线.*纸质号码本/, /群众/, /应急照明/, /补录/],
    calls: [
      ['logistics', 0],
      ['coordination', 5],
    ],
    mustNots: [/停止登记/],
    fields: [/开始时间/, /恢复时间/, /补录数量/, /号段/],
    basis: /纸质受理/,
  },
  {
    code: 'E17',
    steps: [/不碰/, /撤/, /110/, /警戒/, /民警/],
    calls: [
      ['service-110', 0],
      ['head', 5],
    ],
    mustNots: [/无线电/, /搬动/],
    fields: [/位置/, /外观/, /发现人/],
    within: { police: 0 },
    basis: /26 条（二）（六）/,
  },
  {
    code: 'E18',
    steps: [/急救员/, /广播/, /监控/],
    calls: [['logistics', 0]],
    mustNots: [],
    fields: [/伤情/, /处理/],
    basis: /默认/,
  },
  {
    code: 'E19',
    steps: [/断开/, /账号/, /密码/, /哪些信息/, /主管部门和本人/],
    calls: [
      ['head', 0],
      ['data-authority', 60],
    ],
    mustNots: [/日志/],
    fields: [/种类/, /数量/, /原因/, /补救/],
    basis: /个人信息保护法 57 条/,
  },
  {
    code: 'E20',
    steps: [/证件/, /劝离/, /安保.*民警/],
    calls: [
      ['security-leader', 0],
      ['police-station', 0, /冒用/],
    ],
    mustNots: [],
    fields: [/证件异常/],
    basis: /核查/,
  },
  {
    code: 'E21',
    steps: [/从哪来/, /研判/, /领导小组.*属地/],
    calls: [
      ['analysis', 30],
      ['lead-group', 60],
    ],
    mustNots: [/信息来源/],
    fields: [/人员/, /事由/, /时间/, /地点/, /可靠度/],
    within: { judge: 30 },
    basis: /25 条、26 条（五）/,
  },
  {
    code: 'E22',
    steps: [/换/, /致歉/, /录音/, /报告/],
    calls: [['deputy', 10]],
    mustNots: [/录音/],
    fields: [/投诉内容/, /处理/],
    within: { report: 10 },
    basis: /46 条（一）/,
  },
];
