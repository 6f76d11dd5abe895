import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { FORECAST_GRADE_NAMES, FORECAST_GRADES, type ForecastGrade, type ForecastView } from '../../shared/domain/forecast';
import { checkGrading } from '../../shared/rules/forecast-grade';
import { AskForm } from '../components/ask-form';
import { RadioChips } from '../components/check';
import { TextField } from '../components/field';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const OPTIONS = FORECAST_GRADES.map((value, i) => ({ value, label: FORECAST_GRADE_NAMES[value], hint: `Alt+${i + 1}` }));

/** A person's decision beside the suggestion; lowering it asks why. */
export function GradeDialog({ item, first, onClose }: { item: ForecastView; first: ForecastGrade | null; onClose(): void }) {
  const grading = useRequest('forecast.grade');
  const [requestId] = useState(() => uuid());
  const [grade, setGrade] = useState<ForecastGrade>(first ?? item.grade ?? item.suggested);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = checkGrading(grade, reason, item);
  useHotkeys(Object.fromEntries(FORECAST_GRADES.map((each, i) => [`Alt+${i + 1}`, () => setGrade(each)])), { inDialog: true });
  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (wrong) return false;
    return (await grading.run({ requestId, id: item.id, grade, suggested: item.suggested, reason })).ok;
  };
  return (
    <AskForm
      title={TEXTS.gradeOf(item.who)}
      button={TEXTS.doGrade}
      busy={grading.busy}
      error={grading.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <b>{TEXTS.suggestion(FORECAST_GRADE_NAMES[item.suggested])}</b>
        <span className="tone-quiet">　{item.reasons.map(({ text }) => text).join('；') || TEXTS.noReasons}</span>
      </p>
      <RadioChips label={TEXTS.grade} options={OPTIONS} value={grade} onChange={(value) => setGrade(value)} />
      <TextField
        label={TEXTS.gradeReason}
        required={checkGrading(grade, '', item) !== ''}
        data-autofocus
        maxLength={200}
        value={reason}
        note={TEXTS.gradeReasonNote}
        error={(tried && wrong) || grading.error?.fields?.reason || undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
