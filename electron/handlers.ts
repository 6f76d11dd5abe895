import { RESPONDERS } from '../shared/contract/roles';
import type { TeamOverride } from '../shared/domain/interview';
import { refuse } from '../shared/errors';
import { encryptionWords } from '../shared/rules/disk-encryption';
import { lockSeconds } from '../shared/rules/machine-policy';
import { teamApprovers } from '../shared/rules/team';
import { dayOf } from '../shared/rules/time';
import { checkVerification, eligibleCheckers } from '../shared/rules/verification';
import { aboutHandlers } from './about/handlers';
import { alarmMainHandlers } from './alarm/handlers';
import { attachmentHandlers } from './attachments/handlers';
import { auditHandlers } from './audit/handlers';
import { backupHandlers } from './backup/handlers';
import { careNoteMainHandlers } from './care-notes/handlers';
import { printEvacuation } from './evacuation';
import { exportDocument } from './export-document';
import { forecastHandlers } from './forecast/handlers';
import { signedHandlers } from './incidents/signed-handlers';
import { keepingMainHandlers } from './keeping/handlers';
import { ledgerHandlers } from './ledger/handlers';
import { approvePlan } from './plans';
import { policyHandlers } from './policies/handlers';
import { diskEncryption } from './profile/disk-encryption';
import type { Program } from './program';
import { readerHandlers } from './readers/handlers';
import { recordingHandlers } from './recording/handlers';
import { rejectedDocument } from './rejected-document';
import { briefingMainHandlers } from './reports/briefing-handlers';
import { dayEndMainHandlers } from './reports/day-end-handlers';
import type { MainHandlers } from './router';
import { availableProtections } from './security/hall-key';
import { hashPin } from './security/pin';
import type { SignedIn } from './session/session';
import type { Actor } from './storage/protocol';
import { syncHandlers } from './sync/handlers';
import { tableHandlers } from './tables/handlers';
import { updateHandlers } from './update/handlers';

/** What the main process answers itself: one line each, the work stands with its subject. */
export function mainHandlers(program: Program): MainHandlers {
  const { session, status, pins } = program;
  const storage = () => program.store().storage;
  /** An alarm that was raised while nobody was here gets its reporter. */
  const takeOver = async (staff: SignedIn): Promise<void> => {
    if (RESPONDERS.some((role) => staff.roles.includes(role))) await program.alarms.signedIn(staff.id);
  };
  /** 变通: somebody else who may, by their own PIN. */
  const approved = async ({ approverId, code, reason }: TeamOverride, actor: Actor): Promise<{ reason: string; approverId: string }> => {
    const cards = await storage().internal('internal.staffCards', null);
    if (!teamApprovers(cards, actor.staffId ?? '').some(({ id }) => id === approverId))
      refuse('refused', { message: '变通须由领导或协调员批准，不能是操作人本人。', fields: { approverId: '请另选批准人' } });
    await pins.check(approverId, code);
    return { reason, approverId };
  };
  return {
    'program.dismissNotice': async ({ id }) => {
      status.dismiss(id);
      return {};
    },

    'setup.options': async () => ({ printers: (await program.printers()).map((p) => p.name), protections: availableProtections() }),
    'setup.disk': async () => {
      const words = encryptionWords(await diskEncryption(program.profile.dir), process.platform === 'win32' ? 'windows' : 'linux');
      return words.todo ? words : { text: '', todo: '' };
    },
    'setup.recoveryPhrase': async () => {
      program.mustBe('first-start');
      return program.phrase.show();
    },
    'setup.complete': async (input) => {
      program.mustBe('first-start');
      await program.firstStart.setUp(input);
      return {};
    },
    'store.unlock': async ({ passphrase }) => {
      program.mustBe('passphrase');
      await program.unlock((keys) => keys.unwrap(passphrase), '启动口令不正确，请重新输入。忘记口令可用恢复短语。');
      return {};
    },
    'store.unlockWithPhrase': async ({ words, newPassphrase }) => {
      program.mustBe('passphrase');
      await program.unlock((keys) => keys.unwrapWithPhrase(words, newPassphrase), '恢复短语不正确，请对照抄写的纸逐字核对。');
      return {};
    },

    'session.staff': async () => (program.isReady() ? storage().internal('internal.staffCards', null) : []),
    'session.signIn': async ({ staffId, pin }) => {
      const staff = await pins.check(staffId, pin);
      const { rules } = await storage().internal('internal.settings', null);
      session.signIn({ id: staff.id, name: staff.name, roles: staff.roles }, lockSeconds(program.managed.policy, rules));
      await storage().internal('internal.audit', { action: 'session.signIn', target: staff.id, detail: '' }, staff.id);
      await takeOver(staff);
      return session.view.get();
    },
    'session.signOut': async () => {
      session.signOut();
      return {};
    },
    'session.lock': async () => {
      session.lock();
      return {};
    },
    'session.unlock': async ({ pin }) => {
      if (!session.staff) refuse('signed-out');
      await pins.check(session.staff.id, pin);
      session.unlock();
      await takeOver(session.staff);
      return session.view.get();
    },
    'session.touch': async () => {
      session.touch();
      return {};
    },

    'verification.checkers': async (_input, actor) => {
      const cards = await storage().internal('internal.staffCards', null);
      return eligibleCheckers(cards, actor.staffId ?? '').map((c) => ({ id: c.id, name: c.name, guard: c.roles.includes('guard') }));
    },
    'verification.confirm': async ({ checkerId, code, ...rest }, actor) => {
      const cards = await storage().internal('internal.staffCards', null);
      if (!eligibleCheckers(cards, actor.staffId ?? '').some((c) => c.id === checkerId)) {
        refuse('refused', { message: '核对人须为当班的安保或指定人员，不能是登记人本人。', fields: { checkerId: '请选择其他当班人员' } });
      }
      const fields = { ...checkVerification(rest), ...rejectedDocument(rest) };
      if (Object.keys(fields).length > 0) refuse('refused', { message: '核对结果还不能保存，请按提示补充。', fields });
      await pins.check(checkerId, code);
      return storage().internal('internal.addVerification', { checkerId, ...rest }, actor.staffId);
    },

    'print.printers': () => program.printers(),
    'print.retry': async ({ id }) => {
      await program.printing().retry(id);
      return {};
    },
    'print.cancel': async ({ id, reason }) => {
      await program.printing().cancel(id, reason);
      return {};
    },
    'print.answer': async ({ id, cameOut }) => {
      await program.printing().answer(id, cameOut);
      return {};
    },
    'print.reprint': async ({ visitId, reason }, actor) => ({
      printJobId: (await storage().internal('internal.print.reprint', { visitId, reason }, actor.staffId)).id,
    }),
    'print.proxyLetter': async ({ visitId }, actor) => ({
      printJobId: (await storage().internal('internal.print.proxyLetter', { visitId }, actor.staffId)).id,
    }),
    'print.calibrate': async ({ printer }, actor) => ({
      printJobId: (await storage().internal('internal.print.calibrate', { printer }, actor.staffId)).id,
    }),
    'print.paperCards': async (input, actor) => ({
      printJobId: (await storage().internal('internal.print.paperCards', input, actor.staffId)).id,
    }),
    'print.letter': async (input, actor) => ({
      printJobId: (await storage().internal('internal.print.letter', input, actor.staffId)).id,
    }),
    'print.certificate': async (input, actor) => ({
      printJobId: (await storage().internal('internal.print.certificate', input, actor.staffId)).id,
    }),
    'print.receipt': async ({ visitId }, actor) => ({
      printJobId: (await storage().internal('internal.print.receipt', { visitId }, actor.staffId)).id,
    }),
    'message.print': async ({ incidentId }, actor) => {
      const { job, messages } = await storage().internal('internal.print.messages', { incidentId }, actor.staffId);
      return { printJobId: job.id, printer: job.printer, messages };
    },
    'meeting.print': ({ requestId, date }, { staffId }) => storage().internal('internal.meeting.print', { date }, staffId, requestId),
    'meeting.printNotes': ({ requestId, date, receivers }, { staffId }) =>
      storage().internal('internal.meeting.printNotes', { date, receivers }, staffId, requestId),
    'contacts.print': async ({ requestId }, { staffId }) => {
      const { id, printer } = await storage().internal('internal.print.contacts', null, staffId, requestId);
      return { printJobId: id, printer };
    },
    'statistics.print': async ({ walkId }, actor) => {
      const job = await storage().internal('internal.print.statistics', { walkId }, actor.staffId);
      return { printJobId: job.id, printer: job.printer };
    },
    'evacuation.print': (_input, actor) => printEvacuation(program, actor),
    'print.export': ({ documentId }, actor) => exportDocument(program.store(), program.screen.browserWindow, documentId, actor.staffId),

    'interview.begin': async ({ override, requestId, ...input }, actor) => {
      const allowed = override && (await approved(override, actor));
      return storage().internal('internal.interview.begin', { ...input, override: allowed }, actor.staffId, requestId);
    },
    'interview.replace': async ({ override, requestId, ...input }, actor) => {
      const allowed = override && (await approved(override, actor));
      await storage().internal('internal.interview.replace', { ...input, override: allowed }, actor.staffId, requestId);
      return {};
    },

    'plan.approve': (input, actor) => approvePlan(program, input, actor),

    ...readerHandlers({
      readers: program.readers,
      settings: async () => (await storage().internal('internal.settings', null)).reader,
      today: () => dayOf(program.now()),
    }),
    'hallScreen.toggle': () => program.hall.toggle(),
    'hallScreen.test': async () => ({ shown: program.hall.test() }),

    ...aboutHandlers(program),
    ...alarmMainHandlers(program),
    ...signedHandlers(program),
    ...attachmentHandlers(program),
    ...careNoteMainHandlers(program),
    ...recordingHandlers(program),
    ...tableHandlers(program),
    ...ledgerHandlers(program),
    ...forecastHandlers(program),
    ...policyHandlers(program),
    ...syncHandlers(program),
    ...backupHandlers(program),
    ...auditHandlers(program),
    ...keepingMainHandlers(program),
    ...briefingMainHandlers(program),
    ...dayEndMainHandlers(program),
    ...updateHandlers(program),

    'staff.save': async ({ pin, ...staff }, actor) => {
      if (!staff.id && !pin) refuse('refused', { message: '新人员须设置 PIN，尚未保存。', fields: { pin: '请设置 PIN' } });
      return storage().internal('internal.saveStaff', { staff, pinHash: pin ? await hashPin(pin) : undefined }, actor.staffId);
    },
  };
}
