import type { RegisteredVisit } from '../../../../shared/contract/visits';
import { refuse } from '../../../../shared/errors';
import { checkRegistration } from '../../../../shared/rules/registration';
import { writeAs } from '../host';
import { NumberSource } from '../numbers';
import { addVisit } from '../visits/add-visit';
import { markArrived, markOf } from '../visits/arrive-by-appointment';
import { enrolAll, knownPeople } from '../visits/enrol';
import { addMatter, joinMatter, openMatter } from '../visits/join-matter';
import { addPrintJob, cardContent, letterContent } from '../visits/print-content';
import { usableVerification } from '../visits/use-verification';
import type { RequestHandlers } from './types';

/** @throws Refusal with the sentence beside each field */
export function refuseFields(fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) refuse('refused', { message: '有内容需要修改，尚未保存，已填内容仍在。请看各栏旁的提示。', fields });
}

/** One batch: people, matter, visit, the used 核对 and the print job stand or fall together. */
export const registerHandlers: Pick<RequestHandlers, 'visit.register'> = {
  'visit.register': (host, { verificationId, registration }, call) =>
    writeAs(host, call, async (draft): Promise<RegisteredVisit> => {
      const { deskCode, reader, steady } = host;
      const at = draft.at;
      const day = host.clock.today();
      const registeredBy = call.actor.staffId ?? '';
      // Asked for together: the clerk waits for the slowest, not for the sum.
      const { appointmentId } = registration;
      const [settings, demo, found, numbers, known, staff, expected] = await Promise.all([
        steady.settings(),
        steady.demo(),
        reader.one('verifications', verificationId),
        new NumberSource(host.db, deskCode, host.writer.state).load([day]),
        knownPeople(host, registration.people),
        steady.staffNames(),
        appointmentId ? reader.one('appointments', appointmentId) : undefined,
      ]);
      refuseFields(checkRegistration(registration, settings.rules, day, settings));
      const check = usableVerification(host, found, registration, settings.rules, call);
      const people = enrolAll(host, draft, registration.people, known, day);
      const personIds = people.map((person) => person.id);
      const appointment = markOf(appointmentId, expected, people, day);
      const { fieldCode, summary, place, matterId } = registration;
      const joining = { fieldCode, summary, place, day, personIds, at };
      const matter = matterId ? joinMatter(draft, await openMatter(host, matterId, personIds), joining) : addMatter(draft, joining);
      const visit = addVisit(
        draft,
        { registration, people, matter, at, day, deskCode, registeredBy, check, appointment },
        numbers,
        settings,
      );
      draft.put('verifications', verificationId, { visitId: visit.id });
      if (appointmentId) markArrived(draft, appointmentId, visit.id);

      const { number, queueNumber } = visit.fields;
      const receipt = { visitId: visit.id, number, queueNumber, registeredAt: at };
      const { mode, cardPrinter, letterPrinter } = settings.printing;
      if (mode !== 'printer') return receipt;
      const facts = { id: visit.id, visit: visit.fields, people: people.map((person) => person.fields), staff, demo };
      const job = { visit: { id: visit.id, ...visit.fields }, deskCode, reprint: 0, reason: '' };
      const printJobId = cardPrinter
        ? addPrintJob(draft, { ...job, content: cardContent(facts, settings), printer: cardPrinter })
        : undefined;
      // Its signatures are collected while all of them still stand at the desk.
      if (registration.kind === 'collective' && letterPrinter)
        addPrintJob(draft, { ...job, content: letterContent(facts, settings), printer: letterPrinter });
      return printJobId ? { ...receipt, printJobId } : receipt;
    }),
};
