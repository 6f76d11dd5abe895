import type { EmergencySettings, Group, Level } from '../../../../shared/domain/emergency';
import type { EntryData, EntryKind, IncidentState } from '../../../../shared/domain/incident';
import type { IncidentCode, IncidentPlan, PlanState } from '../../../../shared/domain/incident-plan';
import type { ReportKind, ReportSection } from '../../../../shared/domain/incident-report';

/** 突发, and what the groups told each other. */
export interface IncidentTables {
  /** 突发, with a key of its own. State, type and level repeat what the entries say, so that running ones are found by index. */
  incidents: {
    open: {
      number: string;
      date: string;
      deskCode: string;
      /** When the key reached the main process; never changed. */
      raisedAt: number;
      state: IncidentState;
      code: IncidentCode | '';
      level: Level;
      /** Drills and real ones are never in one list. */
      mode: 'real' | 'drill';
      /** Who pressed it; empty while nobody was signed in. */
      reporterId: string;
      /** The edition of its plan that it began with. */
      edition: number;
      closedAt: number | null;
    };
    sealed: {
      plan: IncidentPlan | null;
      drillPlan: string;
      participants: string;
      /** Who held which post when it ended; null while it runs. */
      response: EmergencySettings | null;
    };
  };
  /** Its timeline. Only ever added; `n` is the order, for the clock of the PC may have been set back. */
  incidentEntries: {
    open: { incidentId: string; n: number; at: number; elapsed: number; kind: EntryKind; staffId: string; deskCode: string };
    sealed: { data: EntryData };
  };
  /** Editions of the incident types' plans. Only ever added, but for their state. */
  incidentPlans: {
    open: {
      code: IncidentCode;
      edition: number;
      state: PlanState;
      at: number;
      staffId: string;
      approvedAt: number | null;
      approvedBy: string;
    };
    sealed: { plan: IncidentPlan };
  };
  /** 初报, 续报, 终报: frozen as they were signed, with the incident's key. */
  incidentReports: {
    open: { incidentId: string; at: number; n: number; kind: ReportKind; signedBy: string; staffId: string };
    sealed: { title: string; to: string; sections: ReportSection[] };
  };
  /** 应急处置参考手册. Only ever added, but for their state. */
  handbook: {
    open: {
      /** The same for all editions of one entry. */
      entryId: string;
      code: IncidentCode;
      edition: number;
      state: PlanState;
      at: number;
      staffId: string;
      incidentId: string;
      approvedAt: number | null;
      approvedBy: string;
      withdrawnAt: number | null;
      withdrawnBy: string;
    };
    sealed: { title: string; body: string; withdrawReason: string };
  };
  /** Group messages with their acknowledgements (plan S05); both only ever added. */
  messages: {
    open: { at: number; staffId: string; deskCode: string; groups: Group[]; incidentId: string; drill: boolean };
    sealed: { text: string };
  };
  acknowledgements: {
    open: { messageId: string; at: number; staffId: string; deskCode: string; group: Group };
    sealed: { person: string };
  };
}
