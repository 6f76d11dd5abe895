import { refuse } from '../../shared/errors';
import { pdfFacts } from '../printing/pdf-facts';
import type { Program } from '../program';
import type { MainHandlers } from '../router';

type Names =
  | 'incident.signers'
  | 'incident.report'
  | 'incident.printReport'
  | 'incident.printSheet'
  | 'handbook.approve'
  | 'handbook.withdraw'
  | 'handbook.printBook'
  | 'handbook.print';

/** What of an incident a leader signs with a PIN of their own, whoever sits at the desk; and its papers. */
export function signedHandlers(program: Program): Pick<MainHandlers, Names> {
  const storage = () => program.store().storage;
  const leaders = async () => (await storage().internal('internal.staffCards', null)).filter(({ roles }) => roles.includes('leader'));
  const sign = async (signerId: string, code: string): Promise<void> => {
    if (!(await leaders()).some(({ id }) => id === signerId))
      refuse('refused', { message: '只有领导可以签发或审定，内容还没有签发，仍在这里。', fields: { signerId: '请选择领导' } });
    await program.pins.check(signerId, code);
  };
  return {
    // Whoever is on duty stands first.
    'incident.signers': async () =>
      (await leaders()).sort((a, b) => Number(b.onDuty) - Number(a.onDuty)).map(({ id, name }) => ({ id, name })),
    'incident.report': async ({ requestId, signerId, code, ...report }, { staffId }) => {
      await sign(signerId, code);
      return storage().internal('internal.incident.report', { ...report, signerId }, staffId, requestId);
    },
    'incident.printReport': async ({ reportId, requestId }, { staffId }) => ({
      printJobId: (await storage().internal('internal.incident.printReport', { reportId }, staffId, requestId)).id,
    }),
    'incident.printSheet': async ({ id, requestId }, { staffId }) => ({
      printJobId: (await storage().internal('internal.incident.printSheet', { id }, staffId, requestId)).id,
    }),
    'handbook.approve': async ({ requestId, id, signerId, code }, { staffId }) => {
      await sign(signerId, code);
      await storage().internal('internal.handbook.approve', { id, signerId }, staffId, requestId);
      return {};
    },
    'handbook.withdraw': async ({ requestId, id, reason, signerId, code }, { staffId }) => {
      await sign(signerId, code);
      await storage().internal('internal.handbook.withdraw', { id, reason, signerId }, staffId, requestId);
      return {};
    },
    'handbook.printBook': async ({ requestId }, { staffId }) => {
      const { parts } = await storage().internal('internal.handbook.book', null);
      const pages: number[] = [];
      for (const [i, model] of parts.entries()) {
        const counted = pdfFacts(await program.printing().renderPdf({ kind: 'handbook-book', model }))?.pages ?? 1;
        // An entry alone begins behind a page that holds only the paper's head.
        pages.push(i === 0 ? counted : Math.max(1, counted - 1));
      }
      return { printJobId: (await storage().internal('internal.handbook.printBook', { pages }, staffId, requestId)).id };
    },
    'handbook.print': async ({ id, requestId }, { staffId }) => ({
      printJobId: (await storage().internal('internal.handbook.print', { id }, staffId, requestId)).id,
    }),
  };
}
