import { CHECK_LEVEL_NAMES, type CheckLevel } from '../../shared/domain/day-end';
import { Tag, type TagTone } from '../components/panel';

const TONES: Record<CheckLevel, TagTone> = { good: 'good', info: 'plain', warn: 'warn', bad: 'bad' };

/** How one point of 自检 or 日终 stands, in a word and a colour. */
export const LevelTag = ({ level }: { level: CheckLevel }) => <Tag tone={TONES[level]}>{CHECK_LEVEL_NAMES[level]}</Tag>;
