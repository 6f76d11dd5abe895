import { z } from 'zod';
import { Id, Instant } from './basics';

export const PRINT_STATES = ['queued', 'rendering', 'ready', 'spooling', 'spooled', 'printed', 'failed', 'cancelled', 'unknown'] as const;
export const PrintState = z.enum(PRINT_STATES);
export type PrintState = z.infer<typeof PrintState>;
export const PRINT_STATE_NAMES: Record<PrintState, string> = {
  queued: '等待',
  rendering: '排版',
  ready: '待发送',
  spooling: '发送中',
  spooled: '打印中',
  printed: '已打印',
  failed: '失败',
  cancelled: '已取消',
  unknown: '待确认',
};

export const DocumentKind = z.enum([
  'card',
  'proxy-letter',
  'evacuation',
  'receipt',
  'paper-cards',
  'letter',
  'incident-report',
  'incident-sheet',
  'handbook',
  'messages',
  'contact-sheet',
  'meeting-sheet',
  'meeting-notes',
  'forecast',
  'statistics',
  'calibration',
  'briefing',
  'day-report',
  'hand-over',
  'handbook-book',
  'destruction',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;
export const DOCUMENT_KIND_NAMES: Record<DocumentKind, string> = {
  card: '接访登记卡',
  'proxy-letter': '代表推选书',
  evacuation: '疏散名单',
  receipt: '物品寄存收据',
  'paper-cards': '停电备用卡',
  letter: '文书',
  messages: '工作组消息签收单',
  'contact-sheet': '外部联系表',
  'meeting-sheet': '短会单',
  'meeting-notes': '短会单（注意事项）',
  forecast: '来访预警清单',
  'incident-report': '突发事件信息报告',
  'incident-sheet': '突发事件报告单',
  handbook: '处置手册',
  statistics: '统计表',
  calibration: '校准页',
  briefing: '接访情况专报',
  'day-report': '日报',
  'hand-over': '交接单',
  'handbook-book': '处置手册（全本）',
  destruction: '销毁证明',
};

export const PrintJobView = z.object({
  id: Id,
  kind: DocumentKind,
  /** What the person at the desk knows it by: queue number and card number. */
  label: z.string(),
  visitId: Id.optional(),
  printer: z.string(),
  state: PrintState,
  /** 0 for the first print, n for 「补打 n」. */
  reprint: z.number().int(),
  createdAt: Instant,
  changedAt: Instant,
  /** Chinese; why it waits or failed. */
  note: z.string(),
  documentId: Id.optional(),
});
export type PrintJobView = z.infer<typeof PrintJobView>;

export const DocumentView = z.object({
  id: Id,
  kind: DocumentKind,
  label: z.string(),
  createdAt: Instant,
  bytes: z.number().int(),
  pages: z.number().int(),
  reprint: z.number().int(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const PrinterView = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'busy', 'stopped', 'unknown']),
  /** Chinese. */
  reason: z.string(),
});
export type PrinterView = z.infer<typeof PrinterView>;
