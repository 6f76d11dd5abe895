import type { BriefingState } from '../../shared/domain/briefing';
import type { TagTone } from '../components/panel';

export const STATE_TONES: Record<BriefingState, TagTone> = {
  draft: 'plain',
  submitted: 'blue',
  reviewed: 'blue',
  issued: 'good',
  withdrawn: 'warn',
};
