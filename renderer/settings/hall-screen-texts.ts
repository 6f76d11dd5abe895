import type { CallSound, HallWindowState } from '../../shared/domain/hall-screen';

export const HALL_SCREEN = {
  on: '打开叫号大屏',
  display: '显示在',
  displayNote: '大屏不会盖住登记台所在的屏幕；显示器拔下后等待，插上后自动恢复',
  automatic: '自动：登记台以外的第一块屏幕',
  displayName: (at: number, label: string, width: number, height: number, desk: boolean) =>
    `第 ${at} 块${label && ` ${label}`}（${width}×${height}${desk ? '，登记台在此' : ''}）`,
  away: (label: string) => `${label || '已选的屏幕'}（未连接）`,
  windowed: '只有一块屏幕时，用普通窗口显示',
  sound: '叫号声音',
  sounds: { voice: '语音报号', chime: '只响提示音', none: '不出声' } satisfies Record<CallSound, string>,
  soundNote: '只报号码和接访室，每次两遍，不报姓名',
  voice: '语音',
  voiceNote: (name: string) => `自动时使用「${name}」`,
  automaticVoice: '自动：系统的第一个普通话语音',
  noVoice: '这台电脑没有普通话语音，叫号时只响提示音。需要报号，请系统管理员安装中文语音后重新启动程序。',
  voiceAway: (name: string) => `${name}（未安装）`,
  notice: '接访须知',
  noticeNote: '大屏底部轮流显示「告知」页的文字。',
  test: '试叫',
  testNote: '先保存，再试叫',
  tested: '已在大屏试叫 A000 号。',
  notShown: '大屏现在没有显示，没有试叫。请先打开大屏，或按 Ctrl+Alt+D。',
  key: '在任何画面按 Ctrl+Alt+D 显示或收起大屏。',
  states: {
    off: '大屏未打开。',
    full: '大屏正在显示。',
    window: '大屏正在本屏幕的窗口中显示。',
    waiting: '大屏已打开，但它的显示器没有连接；接上后自动显示。只有一块屏幕时，按 Ctrl+Alt+D 用窗口显示。',
  } satisfies Record<HallWindowState, string>,
  /** In the status bar. */
  line: { off: '', full: '大屏显示中', window: '大屏窗口显示中', waiting: '大屏等待显示器' } satisfies Record<HallWindowState, string>,
};
