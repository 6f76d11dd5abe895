import { type EmergencySettings, type Level, type LevelRule, levelName } from '../domain/emergency';
import type { IncidentPlan } from '../domain/incident-plan';
import { type IncidentPicture, peopleNow } from './incident-picture';

/** A higher level that the facts ask for. Only a person sets it (incidents 3.2). */
export interface LevelProposal {
  /** By which a dismissal is remembered: the same cause is not proposed twice. */
  key: string;
  level: Level;
  reason: string;
}

const MINUTE = 60_000;
const higher = (a: Level, b: Level): boolean => a < b;

export const ruleOf = ({ levels }: EmergencySettings, level: Level): LevelRule => {
  const found = levels.find((rule) => rule.level === level) ?? levels[0];
  if (!found) throw new Error('a hall without levels');
  return found;
};

/**
 * Causes for a higher level than the present one, the highest first: heads that reach a threshold, conduct that was
 * ticked or that the type is by itself, and a level whose time ran out without 受控.
 * @param elapsed ms on the incident's clock
 */
export function levelProposals(
  picture: Pick<IncidentPicture, 'state' | 'level' | 'levelSince' | 'people' | 'conducts' | 'dismissed'>,
  plan: IncidentPlan | null,
  settings: EmergencySettings,
  elapsed: number,
): LevelProposal[] {
  if (picture.state !== 'active' && picture.state !== 'controlled') return [];
  const proposals: LevelProposal[] = [];
  const count = peopleNow(picture);
  if (count !== null) {
    const rule = settings.levels.filter(({ peopleFrom }) => peopleFrom > 0 && count >= peopleFrom).sort((a, b) => a.level - b.level)[0];
    if (rule)
      proposals.push({ key: `people-${rule.peopleFrom}`, level: rule.level, reason: `现场 ${count} 人，达到 ${rule.peopleFrom} 人` });
  }
  for (const id of new Set([...picture.conducts, ...(plan?.conducts ?? [])])) {
    const conduct = settings.conducts.find((each) => each.id === id);
    if (conduct) proposals.push({ key: `conduct-${id}`, level: conduct.level, reason: `出现：${conduct.label}` });
  }
  const { controlWithin } = ruleOf(settings, picture.level);
  if (picture.state === 'active' && controlWithin !== null && picture.level > 1 && elapsed - picture.levelSince >= controlWithin * MINUTE)
    proposals.push({
      key: `time-${picture.level}`,
      level: (picture.level - 1) as Level,
      reason: `${levelName(picture.level)}级 ${controlWithin} 分钟仍未受控`,
    });
  return proposals
    .filter(({ key, level }) => higher(level, picture.level) && !picture.dismissed.includes(key))
    .sort((a, b) => a.level - b.level);
}
