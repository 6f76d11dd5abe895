import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import {
  HeldOn,
  KeepingHold,
  KeptCertificate,
  KeptKind,
  KeptObject,
  KeptRow,
  NewRequest,
  RequestAnswer,
  RequestRow,
} from '../domain/keeping';
import { command, query } from './define';
import { RECORDING_KEEPERS } from './roles';

const none = z.object({});
/** Another person's agreement, by their own PIN. */
const Approved = z.object({
  requestId: Id,
  reason: requiredText(200, '理由'),
  approverId: Id,
  code: z.string().min(1, '请批准人输入自己的 PIN').max(12),
});

/** 保存期限, 销毁, and what people ask of their own data. Those who keep the recordings keep the rest too. */
export const keepingContract = {
  /** What is due for 鉴定, oldest first, a page at a time; `before` is the last row's id of the page before. */
  'keeping.due': query(
    'storage',
    RECORDING_KEEPERS,
    z.object({ kind: KeptKind, skip: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(50) }),
    z.object({ rows: z.array(KeptRow), more: z.boolean() }),
  ),
  /** One of them by a visit's or an incident's number, due or not: to hold it back, or to see why it is kept. */
  'keeping.find': query('storage', RECORDING_KEEPERS, z.object({ number: z.string().trim().max(40) }), KeptRow.nullable()),
  'keeping.hold': command('storage', RECORDING_KEEPERS, KeepingHold, none),
  /** After its term, with nothing that keeps it, and with a second person's PIN. */
  'keeping.destroy': command('main', RECORDING_KEEPERS, KeptObject.extend(Approved.shape), z.object({ certificateId: Id })),
  'keeping.certificates': query('storage', RECORDING_KEEPERS, none, z.array(KeptCertificate)),

  /** The people of a visit, to say who asks. */
  'privacy.people': query(
    'storage',
    RECORDING_KEEPERS,
    z.object({ number: z.string().trim().max(40) }),
    z.array(z.object({ id: Id, maskedName: z.string(), docMasked: z.string() })),
  ),
  'privacy.list': query('storage', RECORDING_KEEPERS, z.object({ all: z.boolean() }), z.array(RequestRow)),
  'privacy.add': command('storage', RECORDING_KEEPERS, NewRequest, z.object({ id: Id })),
  'privacy.held': query('storage', RECORDING_KEEPERS, z.object({ personId: Id }), HeldOn),
  'privacy.answer': command('storage', RECORDING_KEEPERS, RequestAnswer, none),
  /** All that is held on the person, as xlsx or CSV through the system's dialog. Audited. */
  'privacy.export': command(
    'main',
    RECORDING_KEEPERS,
    z.object({ id: Id }),
    z.object({ saved: z.boolean(), fileName: z.string(), rows: z.number().int() }),
  ),
  /** Everything of a person whose terms have all passed; refused with what still keeps it, and by which rule. */
  'privacy.erase': command('main', RECORDING_KEEPERS, Approved.extend({ id: Id }), z.object({ certificateId: Id })),
} as const;
