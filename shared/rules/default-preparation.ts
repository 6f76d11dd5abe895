import type { PreparationSettings } from '../domain/preparation';

/** As the plan gives it (S34–S41); the figures it does not give are [default]. */
export const DEFAULT_PREPARATION: PreparationSettings = {
  steps: [
    { key: 'summons', name: '业务科室熟悉政策的人员到场', kind: 'summons', minutesBefore: 60, from: 'attention', mayOmit: false },
    { key: 'patrol', name: '门窗、消防通道巡查', kind: 'patrol', minutesBefore: 60, from: 'attention', mayOmit: false },
    { key: 'resources', name: '人员与应急物资到位', kind: 'plain', minutesBefore: 60, from: 'attention', mayOmit: true },
    { key: 'cordon', name: '警戒线、隔离带就位', kind: 'plain', minutesBefore: 60, from: 'high', mayOmit: false },
    { key: 'room', name: '接访室布置', kind: 'room', minutesBefore: 30, from: 'attention', mayOmit: false },
    { key: 'team', name: '主谈、记录、观察分工', kind: 'team', minutesBefore: 20, from: 'attention', mayOmit: false },
    { key: 'briefing', name: '接访前短会', kind: 'briefing', minutesBefore: 20, from: 'attention', mayOmit: true },
  ],
  departments: [],
  arrivalMinutes: 20,
  points: [
    { id: 'gate', name: '大门及周边', mandatory: false },
    { id: 'doors-windows', name: '门窗', mandatory: true },
    { id: 'fire-exits', name: '消防通道', mandatory: true },
    { id: 'waiting', name: '等候区', mandatory: false },
    { id: 'rooms', name: '接访室及走廊', mandatory: false },
  ],
  rounds: { general: 1, attention: 2, high: 4 },
  roomItems: [
    { id: 'table', name: '圆桌、座椅' },
    { id: 'corner', name: '情绪缓冲角（绿植、轻音乐）' },
    { id: 'water', name: '饮水、一次性水杯' },
    { id: 'recorder', name: '录音设备' },
    { id: 'help-key', name: '求助按钮' },
  ],
  hideSeconds: 60,
};
