import type { DutyPost, FacilityState, StandIn } from '../../../../shared/domain/duty';
import type { Seat } from '../../../../shared/domain/organisation';

/** 值班与组织. Editions, answers and openings are only ever added; the roster of a day is one row. */
export interface OrganisationTables {
  organisations: {
    open: { from: string; recordedAt: number; recordedBy: string };
    sealed: { seats: Seat[]; note: string };
  };
  certificates: {
    open: { staffId: string; kind: string; expires: string; removed: boolean };
    sealed: { number: string; reason: string };
  };
  /** Row id: the day. */
  rosters: {
    open: { date: string; posts: Record<string, DutyPost>; at: number; staffId: string };
    sealed: { reason: string; shortages: string[]; standIns: StandIn[] };
  };
  facilityChecks: {
    open: { date: string; itemId: string; state: FacilityState; at: number; staffId: string };
    sealed: { note: string };
  };
  openings: {
    open: { date: string; at: number; staffId: string };
    sealed: { reason: string; left: string[] };
  };
  supplies: {
    open: { stock: number; minimum: number; expires: string; checkedAt: number; checkedBy: string; removed: boolean };
    sealed: { name: string; unit: string; location: string; note: string; reason: string };
  };
}
