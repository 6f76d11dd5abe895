import { timeOf } from '../../shared/rules/time';

/** Every word of 报警. */
export const TEXTS = {
  button: '突发',
  title: '突发报警',
  raisedAt: (at: number) => `报警时间 ${timeOf(at)}`,
  kept: { saving: '正在保存…', stored: '警报已保存', early: '警报已记在本机', failed: '警报没有存上' },
  sendsIn: (seconds: number) => `${seconds} 秒后自动发出`,
  sending: '正在发出…',
  choose: '按数字选类型，立即发出；不选也会自动发出',
  otherType: '事件类型',
  unknown: '（类型待定）',
  confirm: '确认报警',
  falseAlarm: '误报',
  falseAlarmReason: '误报的原因',
  falseAlarmNote: '误报也会留在记录里。',
  back: '返回',
  running: '进行中的突发',
  since: (at: number) => `${timeOf(at)} 起`,
  mustNot: '不要：',
  steps: '处置步骤',
  line: '时间线',
  lineHint: '一行一记，回车保存',
  written: '已记入',
  lockedHint: '登录后可以看到时间线和通知名单。',
  noType: '类型待定',
  drill: '演练',
};
