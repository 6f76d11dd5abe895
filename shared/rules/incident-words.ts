import { GROUP_NAMES, levelName, SERVICE_NAMES } from '../domain/emergency';
import { CALL_OUTCOME_NAMES, type EntryData, ITEM_FATE_NAMES, SERVICE_STAGE_NAMES } from '../domain/incident';

/** Names that the words of an entry need. */
export interface EntryNames {
  type(code: string): string;
  step(id: string): string;
  field(key: string): string;
  contact(key: string): string;
  conduct(id: string): string;
  /** Queue number of a visit. */
  visit(id: string): string;
  task(id: string): string;
  desk(code: string): string;
}

const and = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('，');
const by = (reason: string): string => (reason === '' ? '' : `：${reason}`);
const HOW_SENT = { chosen: '警报发出', 'by-itself': '无人选择类型，警报自动发出', 'after-restart': '程序重新启动，警报发出' };

/** One line of the timeline in words, as the screen and every paper say it. */
export function entryText(data: EntryData, names: EntryNames): string {
  switch (data.kind) {
    case 'raised':
      return data.signedIn ? '报警（F9）' : '报警（F9），当时无人登录';
    case 'sent':
      return HOW_SENT[data.how];
    case 'signed-in':
      return '登录，接手这次报警';
    case 'heard':
      return `${names.desk(data.deskCode)} 收到警报`.trim();
    case 'type':
      return `类型：${names.type(data.code)}${by(data.reason)}`;
    case 'level':
      return `响应等级调整为 ${levelName(data.level)}${by(data.reason)}`;
    case 'dismissed':
      return `不采纳升级提示${by(data.reason)}`;
    case 'people':
      return `现场 ${data.count} 人`;
    case 'conduct':
      return `${data.on ? '出现' : '已停止'}：${names.conduct(data.conductId)}`;
    case 'step':
      if (data.outcome === 'left-out') return `未做：${names.step(data.stepId)}${by(data.reason)}`;
      return `完成：${names.step(data.stepId)}${data.danger ? `（紧急人身危险：${data.reason}）` : ''}`;
    case 'call':
      return and(
        `${names.contact(data.contact)} ${CALL_OUTCOME_NAMES[data.outcome]}`,
        data.insteadOf ? `${data.person}（代${data.insteadOf}）` : data.person,
        data.text,
      );
    case 'service':
      return and(`${SERVICE_NAMES[data.service]} ${SERVICE_STAGE_NAMES[data.stage]}`, data.caseNo && `受理号 ${data.caseNo}`, data.text);
    case 'task':
      return `交办${GROUP_NAMES[data.group]}：${data.text}`;
    case 'task-acknowledged':
      return `${data.person} 接受任务：${names.task(data.taskId)}`;
    case 'task-done':
      return and(`任务完成：${names.task(data.taskId)}`, data.text);
    case 'arrival':
      return `到场：${and(data.person, data.post)}`;
    case 'camera':
      return and(`录像：${data.camera}`, data.until ? `${data.from} 至 ${data.until}` : `${data.from} 起`, data.text);
    case 'photo':
      return and('照片存档', data.text);
    case 'recording':
      return and('关联接谈录音', data.text);
    case 'item':
      return and(
        `物品：${data.name}`,
        data.feature,
        ITEM_FATE_NAMES[data.fate],
        data.takenBy && `经手 ${data.takenBy}`,
        data.receiptNo && `收据 ${data.receiptNo}`,
      );
    case 'injury':
      return and(`伤情：${and(data.person, data.injury)}`, data.aid && `救护：${data.aid}`);
    case 'persuasion':
      return `劝离一次${by(data.text)}`;
    case 'decision':
      return `决定（${data.topic}）：${data.text}，决定人 ${data.decider}`;
    case 'fact':
      return `${names.field(data.field)}：${data.text}`;
    case 'visitor':
      return `涉及来访：${names.visit(data.visitId)}`;
    case 'found':
      return `清点：${names.visit(data.visitId)} 找到 ${data.heads} 人`;
    case 'evacuation-printed':
      return `打印疏散名单，在册 ${data.heads} 人`;
    case 'care-seen':
      return `查看关怀提示：${names.visit(data.visitId)}${by(data.reason)}`;
    case 'controlled':
      return and('受控', data.text);
    case 'uncontrolled':
      return `撤回受控${by(data.reason)}`;
    case 'lifted':
      return `解除${by(data.reason)}`;
    case 'false-alarm':
      return `误报${by(data.reason)}`;
    case 'whereabouts':
      return and(`去向：${data.people}`, data.items && `物品：${data.items}`, data.evidence && `证据：${data.evidence}`);
    case 'summary':
      return `小结：${data.text}`;
    case 'review':
      return and(`评估：时限 ${data.limits}`, data.worked, `改进 ${data.improve}`, data.score >= 0 ? `演练评分 ${data.score}` : '');
    case 'closed':
      return `结案${by(data.reason)}`;
    case 'report':
      return and(data.title, `报 ${data.to}`, `签发 ${data.signedBy}`);
    case 'correction':
      return `更正：${data.text}`;
    case 'note':
      return data.text;
  }
}
