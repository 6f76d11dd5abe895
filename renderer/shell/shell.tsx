import './shell.css';
import { useEffect } from 'react';
import type { ProgramState, SessionView } from '../../shared/contract/session';
import { AppointmentsScreen } from '../appointments/appointments-screen';
import { ask } from '../bridge';
import { BriefingsScreen } from '../briefings/briefings-screen';
import { CheckInScreen } from '../check-in/check-in-screen';
import { DayEndScreen } from '../day-end/day-end-screen';
import { EndDayDialog } from '../day-end/end-day-dialog';
import { useAskedToEndDay } from '../day-end/use-asked-to-end-day';
import { EvacuationDialog } from '../evacuation/evacuation-dialog';
import { EvacuationPrintDialog } from '../evacuation/print-dialog';
import { ForecastScreen } from '../forecast/forecast-screen';
import { HomeScreen } from '../home/home-screen';
import { useHotkeys } from '../hooks/use-hotkeys';
import { IncidentDialog } from '../incident/incident-dialog';
import { IncidentScreen } from '../incident/incident-screen';
import { BeginDialog } from '../interview/begin-dialog';
import { InterviewScreen } from '../interview/interview-screen';
import { useResumedTalk } from '../interview/use-resumed-talk';
import { MessagesDialog } from '../messages/messages-dialog';
import { OrganisationScreen } from '../organisation/organisation-screen';
import { PersonDialog } from '../people/person-dialog';
import { PoliciesScreen } from '../policies/policies-screen';
import { PreparationScreen } from '../preparation/preparation-screen';
import { PrintScreen } from '../print/print-screen';
import { QueueScreen } from '../queue/queue-screen';
import { ReturnDialog } from '../return/return-dialog';
import { useScannedCard } from '../return/use-scanned-card';
import { SelfCheckScreen } from '../self-check/self-check-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { StatisticsScreen } from '../statistics/statistics-screen';
import { go, useRoute } from '../stores/route';
import { closeEverything, useScreen } from '../stores/screen';
import { mayAsk } from '../stores/session';
import { SupervisionScreen } from '../supervision/supervision-screen';
import { VisitDialog } from '../visit/visit-dialog';
import { Banners } from './banners';
import { Navigation, SCREENS } from './navigation';
import { StatusBar } from './status-bar';
import { TEXTS } from './texts';
import { TopBar } from './top-bar';
import { useTouch } from './use-touch';

/** Everything around a screen. The check-in screen stays alive behind the others, with what was typed in it. */
export function Shell({ program, session }: { program: ProgramState; session: SessionView }) {
  const route = useRoute();
  const { visitId, closeVisit, personId, closePerson, over, show, beginning, begin, messages, showMessages, ending, endDay, dayEnded } =
    useScreen();
  const open = SCREENS.filter(({ needs, insteadOf }) => mayAsk(session, needs) && !(insteadOf && mayAsk(session, insteadOf)));
  const current =
    (open.find((screen) => screen.route === route) ?? open.find((screen) => !screen.foot && !screen.before))?.route ?? 'settings';
  const desk = mayAsk(session, 'visit.register');

  useTouch();
  useAskedToEndDay(session);
  useEffect(() => closeEverything, []);
  useResumedTalk(session);
  useHotkeys(Object.fromEntries(open.map((screen) => [screen.keys, () => go(screen.route)])));
  const mayReturn = mayAsk(session, 'visit.act') && !session.locked;
  useHotkeys({ F12: () => show({ kind: 'return', scanned: '' }) }, { enabled: mayReturn });
  useScannedCard((scanned) => show({ kind: 'return', scanned }), mayReturn && over === null);
  // Over everything that stands open, and for everybody: a fire waits for no dialog and no word that is being composed.
  useHotkeys(
    { F10: () => show({ kind: 'evacuation' }) },
    { enabled: !session.locked && over?.kind !== 'evacuation', inDialog: true, whileComposing: true },
  );

  const mayTell = mayAsk(session, 'message.list') && !session.locked;
  useHotkeys({ 'Ctrl+M': () => showMessages({ incidentId: '' }) }, { enabled: mayTell && messages === null, inDialog: true });

  // Also over a dialog: the screen in the hall is no matter of what the desk has open.
  useHotkeys(
    { 'Ctrl+Alt+D': () => void ask('hallScreen.toggle', {}) },
    { enabled: mayAsk(session, 'hallScreen.toggle') && !session.locked, inDialog: true },
  );

  const overLinks = [
    ...(mayTell ? [{ label: TEXTS.messages, keys: 'Ctrl+M', open: () => showMessages({ incidentId: '' }) }] : []),
    ...(mayReturn ? [{ label: TEXTS.takeCard, keys: 'F12', open: () => show({ kind: 'return', scanned: '' }) }] : []),
    { label: TEXTS.evacuation, keys: 'F10', open: () => show({ kind: 'evacuation' }) },
  ];

  const Evacuation = mayAsk(session, 'evacuation.list') ? EvacuationDialog : EvacuationPrintDialog;

  return (
    <div className="shell">
      <TopBar program={program} session={session} />
      <Navigation screens={open} current={current} over={overLinks} />
      <main className="shell-main">
        <Banners program={program} dismiss={(id) => void ask('program.dismissNotice', { id })} />
        {desk && <CheckInScreen active={current === 'check-in'} />}
        {current === 'forecast' && <ForecastScreen />}
        {current === 'home' && <HomeScreen />}
        {current === 'queue' && <QueueScreen />}
        {current === 'interview' && <InterviewScreen />}
        {current === 'incident' && <IncidentScreen />}
        {current === 'supervision' && <SupervisionScreen />}
        {current === 'briefings' && <BriefingsScreen />}
        {current === 'day-end' && <DayEndScreen />}
        {current === 'self-check' && <SelfCheckScreen />}
        {current === 'appointments' && <AppointmentsScreen />}
        {current === 'preparation' && <PreparationScreen />}
        {current === 'organisation' && <OrganisationScreen />}
        {current === 'policies' && <PoliciesScreen />}
        {current === 'statistics' && <StatisticsScreen />}
        {current === 'print' && <PrintScreen />}
        {current === 'settings' && <SettingsScreen />}
      </main>
      <StatusBar />
      {over?.kind === 'return' && <ReturnDialog scanned={over.scanned} onClose={() => show(null)} />}
      {over?.kind === 'evacuation' && <Evacuation onClose={() => show(null)} />}
      {over?.kind === 'incident' && <IncidentDialog key={over.id} id={over.id} onClose={() => show(null)} />}
      {beginning && <BeginDialog key={beginning.visitId} {...beginning} onClose={() => begin(null)} />}
      {personId && <PersonDialog key={personId} id={personId} onClose={closePerson} />}
      {visitId && <VisitDialog key={visitId} id={visitId} onClose={closeVisit} />}
      {ending && <EndDayDialog key={ending} quit={ending === 'quit'} onEnded={dayEnded} onClose={() => endDay(null)} />}
      {messages && <MessagesDialog {...messages} onClose={() => showMessages(null)} />}
    </div>
  );
}
