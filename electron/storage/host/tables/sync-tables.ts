/** 同步: who may write, and what must be gone everywhere. */
export interface SyncTables {
  /** Row id: a generation of the hall's key, 8 hex digits. Its key, sealed for each desk that goes on. Only ever added. */
  hallKeys: { open: { at: number; shares: Record<string, string> }; sealed: Record<never, never> };
  /** Row id: the desk's code. */
  desks: {
    open: {
      /** Ed25519, hex. */
      publicKey: string;
      addedAt: number;
      revokedAt: number | null;
      /** The last of a revoked desk's changes that counts. */
      revokedInc: number;
      revokedLast: number;
    };
    sealed: { reason: string };
  };
  /** Row id: the data key that is to be destroyed at every desk and at the hub. Only ever added. */
  erasures: { open: { at: number; basis: string }; sealed: Record<never, never> };
}
