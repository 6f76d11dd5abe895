import { FORECAST_GRADE_NAMES, type ForecastGrade } from '../../shared/domain/forecast';
import { Tag, type TagTone } from '../components/panel';
import { TEXTS } from './texts';

const TONES: Record<ForecastGrade, TagTone> = { high: 'bad', attention: 'warn', general: 'plain' };

/** Colour and word, never colour alone; a suggestion says that it is one. */
export function GradeTag({ grade, suggested }: { grade: ForecastGrade | null; suggested: ForecastGrade }) {
  const shown = grade ?? suggested;
  const name = FORECAST_GRADE_NAMES[shown];
  return (
    <span className={`grade-tag ${grade ? '' : 'grade-open'}`}>
      <Tag tone={TONES[shown]}>{grade ? name : TEXTS.suggestion(name)}</Tag>
    </span>
  );
}
