import type { VisitKind, VisitState } from '../../../shared/domain/visit';
import { type FlowContext, NEW_FLOW, type VisitFlow } from '../../../shared/rules/visit-flow';

export const NOW = Date.parse('2026-11-23T10:00:00+08:00');

export const flow = (more: Partial<VisitFlow> = {}): VisitFlow => ({
  ...NEW_FLOW,
  state: 'issued' as VisitState,
  kind: 'individual' as VisitKind,
  heads: 1,
  others: 0,
  areaId: 'waiting',
  othersAreaId: '',
  ...more,
});

export const context = (more: Partial<FlowContext> = {}): FlowContext => ({
  at: NOW,
  staffId: 'clerk',
  rules: { collectiveFrom: 5 },
  hasArea: (id) => ['waiting', 'rest'].includes(id),
  hasRoom: (id) => ['room-1', 'room-2'].includes(id),
  occupant: () => null,
  heldItems: 0,
  suits: () => true,
  isNamed: (id) => ['p0', 'p1', 'p2', 'p3', 'p4'].includes(id),
  sameDay: () => true,
  ...more,
});
