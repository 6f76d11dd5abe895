import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { MovedDeadline } from '../domain/deadlines';
import { DocumentView, PrinterView, PrintJobView } from '../domain/printing';
import { AllSettings, SETTINGS } from '../domain/settings';
import { StaffInput, StaffMember } from '../domain/staff';
import { command, live, query } from './define';
import { DESK, PRINTERS } from './roles';

const none = z.object({});

export const SettingChange = z.discriminatedUnion('key', [
  z.object({ key: z.literal('unit'), value: SETTINGS.unit }),
  z.object({ key: z.literal('hall'), value: SETTINGS.hall }),
  z.object({ key: z.literal('rules'), value: SETTINGS.rules }),
  z.object({ key: z.literal('fields'), value: SETTINGS.fields }),
  z.object({ key: z.literal('notice'), value: SETTINGS.notice }),
  z.object({ key: z.literal('printing'), value: SETTINGS.printing }),
  z.object({ key: z.literal('calendar'), value: SETTINGS.calendar }),
  z.object({ key: z.literal('deadlines'), value: SETTINGS.deadlines }),
  z.object({ key: z.literal('targets'), value: SETTINGS.targets }),
  z.object({ key: z.literal('emergency'), value: SETTINGS.emergency }),
  z.object({ key: z.literal('duty'), value: SETTINGS.duty }),
  z.object({ key: z.literal('preparation'), value: SETTINGS.preparation }),
  z.object({ key: z.literal('forecast'), value: SETTINGS.forecast }),
  z.object({ key: z.literal('retention'), value: SETTINGS.retention }),
  z.object({ key: z.literal('reports'), value: SETTINGS.reports }),
  z.object({ key: z.literal('statistics'), value: SETTINGS.statistics }),
]);
export type SettingChange = z.infer<typeof SettingChange>;

export const deskContract = {
  'print.jobs': live('storage', PRINTERS, none, z.array(PrintJobView)),
  'print.printers': query('main', PRINTERS, none, z.array(PrinterView)),
  'print.retry': command('main', PRINTERS, z.object({ id: Id }), none),
  'print.cancel': command('main', PRINTERS, z.object({ id: Id, reason: requiredText(100, '取消理由') }), none),
  /** The answer to 「卡片出来了吗？」 for a job whose outcome is unknown. */
  'print.answer': command('main', PRINTERS, z.object({ id: Id, cameOut: z.boolean() }), none),
  'print.reprint': command('main', DESK, z.object({ visitId: Id, reason: requiredText(100, '补打理由') }), z.object({ printJobId: Id })),
  'print.proxyLetter': command('main', DESK, z.object({ visitId: Id }), z.object({ printJobId: Id })),
  /** 停电备用卡: blank cards with numbers of the paper block, to be kept in the drawer. */
  'print.paperCards': command(
    'main',
    PRINTERS,
    z.object({ from: z.number().int().min(9001).max(9999), count: z.number().int().min(1).max(100) }),
    z.object({ printJobId: Id }),
  ),
  'print.calibrate': command('main', PRINTERS, z.object({ printer: z.string().max(127) }), z.object({ printJobId: Id })),
  'print.documents': query('storage', DESK, z.object({ limit: z.number().int().min(1).max(500).default(100) }), z.array(DocumentView)),
  /** Opens the system's save dialog; `saved` is false when it was cancelled. Audited. */
  'print.export': command('main', DESK, z.object({ documentId: Id }), z.object({ saved: z.boolean(), fileName: z.string() })),

  'settings.all': live('storage', 'signed-in', none, AllSettings),
  /** A changed calendar moves open promises; which, is answered. */
  'settings.put': command('storage', ['administrator'], SettingChange, z.object({ moved: z.array(MovedDeadline) })),
  /** The desk's own printing may also be set by those who stand at it. */
  'settings.printing': command('storage', PRINTERS, SETTINGS.printing, none),
  'staff.list': live('storage', ['administrator', 'coordinator'], none, z.array(StaffMember)),
  'staff.save': command('main', ['administrator'], StaffInput, StaffMember),
  'staff.duty': command('storage', ['administrator', 'coordinator'], z.object({ id: Id, onDuty: z.boolean() }), none),
} as const;
