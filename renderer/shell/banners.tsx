import type { ProgramState } from '../../shared/contract/session';
import { Notice } from '../components/notice';
import { ForecastBanner } from '../forecast/forecast-banner';
import { useLive } from '../hooks/use-live';
import { RunningBanner } from '../incident/running-banner';
import { PrintQuestions } from '../print/print-questions';
import { LostCalls } from '../queue/lost-calls';
import { RecordingNotices } from '../recording/recording-notices';
import { MorningLine } from '../self-check/morning-line';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** What a person must know now, above whatever screen is open. Empty on a good day. */
export function Banners({ program, dismiss }: { program: ProgramState; dismiss(id: string): void }) {
  const health = useLive('system.health', {});
  const mayPrint = useMayAsk('print.answer');
  const saidReadOnly = program.notices.some((notice) => notice.level === 'error');
  return (
    <div className="banners">
      {health.value?.disk === 'read-only' && !saidReadOnly && <Notice level="error">{TEXTS.readOnly}</Notice>}
      {program.notices.map((notice) => (
        <Notice key={notice.id} level={notice.level} onDismiss={() => dismiss(notice.id)}>
          {notice.text}
        </Notice>
      ))}
      <MorningLine />
      <RunningBanner />
      <LostCalls />
      <ForecastBanner />
      <RecordingNotices />
      {mayPrint && <PrintQuestions />}
    </div>
  );
}
