import { z } from 'zod';
import { DayString, Id, requiredText, text } from '../domain/basics';
import { BriefingCandidate, BriefingRow, BriefingText, BriefingView, InstructionInput } from '../domain/briefing';
import { Pin } from '../domain/staff';
import { command, live, query } from './define';
import { BRIEFERS } from './roles';

const none = z.object({});
const DECIDED = ['review', 'sign'] as const;

/** 《接访情况专报》 (plan S07): drafted from the records, 拟稿 → 审核 → 签发, numbered at issue, followed up by instructions. */
export const briefingContract = {
  /** Newest first, at most 300. */
  'briefing.list': live('storage', BRIEFERS, none, z.array(BriefingRow)),
  'briefing.view': live('storage', BRIEFERS, z.object({ id: Id }), BriefingView.nullable()),
  /** The visits of a day, and which of them the records propose as cases. */
  'briefing.propose': query(
    'storage',
    BRIEFERS,
    z.object({ date: DayString }),
    z.object({ visits: z.array(BriefingCandidate), incidents: z.number().int() }),
  ),
  /** Drafts one from the records of that day as they are now. @throws Refusal for a day to come */
  'briefing.create': command(
    'storage',
    BRIEFERS,
    z.object({ requestId: Id, date: DayString, visitIds: z.array(Id).max(200) }),
    z.object({ id: Id }),
  ),
  /** A new issue that names the issued one it corrects. */
  'briefing.correct': command('storage', BRIEFERS, z.object({ requestId: Id, id: Id }), z.object({ id: Id })),
  /** @param edition the one that was edited: another save since then is refused, nothing typed is lost */
  'briefing.save': command(
    'storage',
    BRIEFERS,
    z.object({ requestId: Id, id: Id, edition: z.number().int().min(1), input: BriefingText }),
    z.object({ edition: z.number().int() }),
  ),
  /** The sections as the records tell them now; what was edited is the screen's to keep. */
  'briefing.redraft': query('storage', BRIEFERS, z.object({ id: Id }), BriefingText.pick({ sections: true })),
  'briefing.submit': command('storage', BRIEFERS, z.object({ requestId: Id, id: Id, edition: z.number().int() }), none),
  'briefing.withdraw': command('storage', BRIEFERS, z.object({ requestId: Id, id: Id, reason: requiredText(200, '撤稿原因') }), none),
  /** Who may review or sign this one. */
  'briefing.signers': query('main', BRIEFERS, z.object({ id: Id, step: z.enum(DECIDED) }), z.array(z.object({ id: Id, name: z.string() }))),
  /** 审核 or 签发, or back with a reason: by a PIN of one's own, whoever sits at the desk. @returns the number, where it got one */
  'briefing.decide': command(
    'main',
    BRIEFERS,
    z.object({
      requestId: Id,
      id: Id,
      step: z.enum(DECIDED),
      verdict: z.enum(['approve', 'return']),
      reason: text(500),
      signerId: z.uuid('请选择办理人'),
      code: Pin,
    }),
    z.object({ number: z.string() }),
  ),
  /** 领导批示, once it is issued; each becomes a line of 督办 with its day. */
  'briefing.instruct': command('storage', BRIEFERS, z.object({ requestId: Id, id: Id, input: InstructionInput }), none),
  /** An instruction that is about no single matter was carried out; those of a matter are noted in 督办. */
  'briefing.carryOut': command(
    'storage',
    BRIEFERS,
    z.object({ requestId: Id, id: Id, promiseId: Id, text: requiredText(1000, '落实情况') }),
    none,
  ),
  'briefing.print': command('main', BRIEFERS, z.object({ requestId: Id, id: Id }), z.object({ printJobId: Id })),
  /** To a place that a person chooses; audited. */
  'briefing.export': query(
    'main',
    BRIEFERS,
    z.object({ id: Id, format: z.enum(['pdf', 'docx']) }),
    z.object({ saved: z.boolean(), fileName: z.string() }),
  ),
} as const;
