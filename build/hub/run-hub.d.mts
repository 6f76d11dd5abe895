export interface Hub {
  /** `tls://127.0.0.1:PORT` */
  readonly url: string;
  /** The hub's folder; whoever started it removes it. */
  readonly dir: string;
  readonly conf: string;
  /** The authority's certificate, PEM. */
  readonly ca: string;
  readonly adminSeed: string;
  /** What nats-server said since its last start. */
  log(): string;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Reads users.conf again, as after a revocation. */
  reload(): void;
  /** Again on the same port with the same folder; a hub that still runs is stopped first. */
  restart(): Promise<void>;
  ended(): Promise<unknown>;
}

export interface NewHub extends Hub {
  /** The sealed file for the administrator's desk, and its one-time code. */
  readonly hubFile: string;
  readonly code: string;
  /** Seeds of the desks' nkeys by desk code, from 01. */
  readonly desks: Map<string, string>;
}

export interface HubOptions {
  /** A folder that is empty or not there; one in the system's temporary folder unless given. */
  dir?: string;
  /** How many desks, 1 to 99. */
  desks?: number;
  /** A free one unless given. */
  port?: number;
  /** argon2id's figures for the hub file; those of a real hub unless given. */
  cost?: { m: number; t: number; p: number };
}

/** @throws when nats-server is not installed, or the folder is not empty */
export function startHub(options?: HubOptions): Promise<NewHub>;
export function runHub(dir: string): Promise<Hub>;
export function freePort(): Promise<number>;
