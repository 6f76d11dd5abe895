import type { DutySettings } from '../domain/duty';

/**
 * What a day needs, as the plan gives it (S04, S09, S14, S19, S20); the rest is [default]. That guards hold 保安员证 is
 * 保安服务管理条例 16 条.
 */
export const DEFAULT_DUTY: DutySettings = {
  needs: [
    { key: 'coordinators', name: '专职协调员', post: 'coordinator', atLeast: 2, anyOf: [] },
    { key: 'recorder', name: '记录员', post: 'recorder', atLeast: 1, anyOf: [] },
    { key: 'guards', name: '专职安保', post: 'guard', atLeast: 4, anyOf: ['guard'] },
    { key: 'assistants', name: '协管员', post: 'assistant', atLeast: 2, anyOf: ['guard'] },
    { key: 'first-aider', name: '有急救资质的人员', post: '', atLeast: 1, anyOf: ['first-aid'] },
    { key: 'interviewers', name: '接谈员', post: 'interviewer', atLeast: 3, anyOf: [] },
    { key: 'qualified', name: '有心理学背景或群众工作经验的人员', post: '', atLeast: 1, anyOf: ['psychology', 'mass-work'] },
    { key: 'analyst', name: '研判员', post: 'analyst', atLeast: 1, anyOf: [] },
  ],
  certificates: [
    { key: 'guard', name: '保安员证' },
    { key: 'first-aid', name: '急救证' },
    { key: 'legal', name: '法律职业资格证' },
  ],
  warnDays: 30,
  facilities: [
    { id: 'ventilation', name: '通风', critical: false },
    { id: 'light', name: '照明', critical: false },
    { id: 'extinguishers', name: '灭火器和消火栓', critical: true },
    { id: 'fire-exits', name: '消防通道和疏散出口', critical: true },
    { id: 'emergency-light', name: '应急照明和疏散指示', critical: true },
    { id: 'cameras', name: '监控录像', critical: false },
    { id: 'screening', name: '安检设备', critical: false },
    { id: 'amplifier', name: '扩音设备', critical: false },
    { id: 'barrier-free', name: '无障碍通道和轮椅', critical: false },
  ],
  supplyCheckDays: 30,
};
