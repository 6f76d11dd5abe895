import type { KeptKind } from '../../shared/domain/keeping';

/** How far a check of the chain has come, and where each desk's chain ends there. */
export interface ChainPlace {
  position: number;
  chains: Record<string, { desk: string; inc: number; last: number; hash: Uint8Array }>;
}

/** Calls of backup, audit and retention to the storage host. */
export interface KeepingRequests {
  /** Rows of each table, for 诊断信息. */
  'internal.counts': { input: null; output: Record<string, number> };
  /** A part of the chain's check, from where the last part ended (null: the beginning). `after` is null behind the last batch, or where it broke. */
  'internal.verifyChainPart': {
    input: { after: ChainPlace | null };
    output: { after: ChainPlace | null; batches: number; total: number; brokenAt: string | null; aside: number };
  };
  /** Where this desk's backups go, as chosen in the system's dialog. */
  'internal.backup.place': { input: { folder: string; placeId: string }; output: null };
  /** This profile was put back from a backup made then (ms UTC): a new incarnation, fresh blocks of every number it gives. */
  'internal.backup.restored': { input: { madeAt: number }; output: null };
  /** What its term has passed of, and nothing keeps: keys to be destroyed, rows and certificate written. @throws Refusal with what keeps it */
  'internal.keeping.destroy': {
    input: { kind: KeptKind; id: string; reason: string; approverId: string };
    output: { certificateId: string; keyIds: string[] };
  };
  /** These keys are out of the keyring: out of the database too, at once; the hub's copies go with its next contact. */
  'internal.keeping.keysGone': { input: { ids: string[] }; output: null };
  /** `internal.keeping.destroy` of all that is held on the person of a request. */
  'internal.privacy.erase': {
    input: { id: string; reason: string; approverId: string };
    output: { certificateId: string; keyIds: string[] };
  };
  /** What is held on the person of a request, line by line, as far as this person may know. */
  'internal.privacy.table': { input: { id: string }; output: { columns: string[]; rows: string[][] } };
}
