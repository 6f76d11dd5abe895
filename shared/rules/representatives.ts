import type { RuleSettings } from '../domain/settings';
import { isInHall, unnamedHere, type VisitFlow } from './visit-flow';

/** What decides whether one more of these people can be named. */
export type Represented = Pick<VisitFlow, 'state' | 'kind' | 'heads' | 'others' | 'left' | 'goneIds'>;

/**
 * 增加代表: one of those without a name becomes a representative; nobody comes or goes by it (条例 20 条: at most five).
 * @returns why not, as a sentence; null where it can be done
 */
export function representativeRefusal(
  visit: Represented,
  { representativeCap: cap }: Pick<RuleSettings, 'representativeCap'>,
): string | null {
  const named = visit.heads - visit.others;
  if (visit.state === 'void') return '这张登记已经作废，不能再改。';
  if (visit.kind !== 'collective') return '只有集体访有代表；又来了人的，请先登记「人数变化」。';
  if (named >= cap) return `代表最多 ${cap} 名（《信访工作条例》第二十条），现已有 ${named} 名，不能再增加。`;
  if (visit.others === 0) return '这一批来访人都已登记姓名；又来了人的，请先登记「人数变化」。';
  // Afterwards it is a correction of who was here; while they are here, it must be somebody who is.
  if (isInHall(visit.state) && unnamedHere(visit) === 0) return '没有登记姓名的人员都已先行离开，不能从中增加代表。';
  return null;
}
