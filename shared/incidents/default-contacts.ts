import { Contact, type Service } from '../domain/emergency';

const contact = (key: string, name: string, group: Contact['group'], script: string, phone = ''): Contact =>
  Contact.parse({ key, name, group, script, phone });
const outside = (key: string, name: string, script: string): Contact => contact(key, name, '', script);
const service = (number: Service, name: string, script: string): Contact => contact(`service-${number}`, name, '', script, number);

/** The unit's own people are told where, what and how many, and then the one thing that is theirs to do. */
const report = (ask: string): string => `{place}发生{event}，现场{people}。${ask}我在{desk}。`;
/** Those above want to know who calls, what is happening, and when they hear from us again. */
const upward = '您好，这里是{unit}，报告一件突发情况：{place}发生{event}，现场{people}，正在处置。有变化随时续报，书面材料另报。';

const toResponsible = '您好，这里是{unit}。贵单位负责的事项，有群众在{place}，现场{people}。请派负责人尽快到场接谈。';

/**
 * Every post and body that a plan or a level refers to. Numbers and names are the unit's to fill in; only the three that
 * are the same everywhere are given. A script claims nothing as done that may not be. What is said to a family or to a
 * village never names the incident: the person told of it decides whom else it reaches (domain README, fact 8).
 */
export const DEFAULT_CONTACTS: readonly Contact[] = [
  contact('head', '组长（单位主要负责人）', 'lead', report('请您到场指挥，或指定代理人。')),
  contact('deputy', '副组长（分管负责人）', 'lead', report('请您到场。')),
  contact('lead-group', '应急领导小组', 'lead', '报告一条预警信息：{event}。请结合研判意见，决定如何处置。我在{desk}。'),
  contact('coordination', '综合协调组', 'coordination', report('请协调各组，做好记录。')),
  contact('spokesperson', '新闻负责人', 'coordination', report('请到场接待，统一答复口径。')),
  contact('reception-leader', '接访处置组组长', 'reception', report('请马上到场主持处置。')),
  contact('department', '责任科室', 'reception', report('请派负责人尽快到场。')),
  contact('security-leader', '安保组长', 'security', report('请带人到场，先劝离，保持通道畅通。')),
  contact('logistics', '后勤保障组', 'logistics', report('请带急救箱或所需设备到场。')),
  contact('first-aid', '值班急救员', 'logistics', '{place}有人需要急救，请带急救箱和 AED 马上来。我在{desk}。'),
  contact('analysis', '信息研判组', 'analysis', '收到一条信息：{event}。请尽快研判，告知结果。我在{desk}。'),

  service('110', '110 公安', '您好，这里是{unit}。{place}发生{event}，现场{people}，请派民警。我在{desk}，门口有人接应，电话保持畅通。'),
  service('119', '119 消防', '您好，这里是{unit}。{place}发生{event}，现场{people}，正在撤离。请派消防车，门口有人接应。'),
  service(
    '120',
    '120 急救',
    '您好，这里是{unit}。{place}有人需要急救，情况是{event}，现场{people}。请派救护车，门口有人接应，请指导我们先做什么。',
  ),
  outside('hospital', '就近医院', '您好，这里是{unit}。{place}有人需要就医，情况是{event}。请告知怎样送诊、带什么材料。'),
  outside('catering', '餐饮服务点', '您好，这里是{unit}。{place}现场{people}，需要送餐和饮水，请送到门口，有人接收。'),
  outside('police-station', '属地派出所', '您好，这里是{unit}。{place}发生{event}，现场{people}，需要民警协助，请派人到场。'),

  outside('responsible-unit', '责任单位（城区）', toResponsible),
  outside('responsible-unit-township', '责任单位（乡镇）', toResponsible),
  outside('superior', '上级主管部门', upward),
  outside('duty-office', '本级党委政府值班室', upward),
  outside('joint-office', '信访联席会议办公室', upward),
  outside('petition-superior', '上一级信访部门', upward),
  outside('petition-national', '国家信访局', upward),
  outside('field-command', '政府现场指挥部', '这里是{unit}。{place}{event}，现场{people}。现向指挥部移交指挥，我们继续配合。'),

  outside('family', '家属', '您好，这里是{unit}。您的家人在我们这里，需要您过来一趟，地址是{place}。来时请带上证件，有工作人员陪着。'),
  outside('guardian', '监护人', '您好，这里是{unit}。您照护的人在我们这里，有专人陪着，请带证件来接，地址是{place}。'),
  outside('local-authority', '属地乡镇、街道', '您好，这里是{unit}。贵地有群众在{place}，需要你们协助。请派人过来，详情到场后当面说。'),
  outside('civil-affairs', '民政、救助站', '您好，这里是{unit}。{place}有人无人照护，正在找接的人，请派人来协助安置。'),
  outside('cdc', '属地疾控中心', '您好，这里是{unit}。{place}有一例需要排查的情况：{event}，同场{people}。请指导下一步怎么做。'),
  outside('health-authority', '卫生健康部门', '您好，这里是{unit}。{place}发现{event}，同场{people}。请指导处置。'),
  outside('publicity', '宣传部门', '您好，这里是{unit}。{place}发生{event}，可能引起关注。请指导答复口径。'),
  outside('cyberspace', '网信部门', '您好，这里是{unit}。网上出现与{event}有关的内容，请协助关注，截图和链接另送。'),
  outside(
    'data-authority',
    '个人信息保护主管部门',
    '您好，这里是{unit}，报告一起个人信息安全事件：{event}。正在补救，信息种类、数量和原因书面报送。',
  ),
];
