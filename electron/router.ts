import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Contract, contract, type LivesOf, type OutputOf, type ParsedOf, type RequestsOf } from '../shared/contract';
import type { Access } from '../shared/contract/define';
import { appError } from '../shared/errors';
import { fieldSentence } from '../shared/field-sentences';
import { type AppError, fail, ok, Refusal, type Result } from '../shared/result';
import type { DiskState } from '../shared/rules/disk-guard';
import { describe, log } from './log';
import type { Observable } from './observable';
import type { Refusals } from './session/refusals';
import type { Session } from './session/session';
import type { Actor } from './storage/protocol';
import type { Storage } from './storage/storage';

z.config({ customError: fieldSentence });

/** A request the main process answers itself. */
export type MainHandlers = {
  [N in RequestsOf<'main'>]: (input: ParsedOf<N>, actor: Actor) => Promise<OutputOf<N>>;
};
export type MainLives = { [N in LivesOf<'main'>]: Observable<OutputOf<N>> };

export interface RouterParts {
  session: Session;
  refusals: Refusals;
  handlers: MainHandlers;
  lives: MainLives;
  /** Null before the hall key is there. */
  storage(): Storage | null;
  diskState(): DiskState;
  deskCode(): string;
  /** What the administrator's policy holds and this request would change; null: nothing. */
  managed(name: string, input: unknown): AppError | null;
}

/** Where a message came from, as the main process saw it (never as it claimed). */
export interface Sender {
  /** A window of ours, its main frame, at the origin that belongs to it. */
  genuine: boolean;
  /** `hall-screen`: the second display. It is answered nothing but what is marked as its own. */
  name: 'screen' | 'hall-screen' | 'unknown';
}

/**
 * Every request from a screen passes here: who asks, may they, is it well-formed, who answers. The same for every
 * request; a handler never checks a role and a screen never decides.
 */
export class Router {
  constructor(private readonly parts: RouterParts) {}

  async request(sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>> {
    const known = this.known('request', sender, name);
    if (!known.ok) return known;
    const key = known.value;
    const spec = contract[key];
    const denied = this.access(sender, spec.access);
    if (denied) return this.refuse(sender, key, denied);
    const shaped = this.parse(sender, key, input);
    if (!shaped.ok) return shaped;
    const parsed = shaped.value;
    const actor = this.actor();
    if (spec.kind === 'request' && spec.writes && this.parts.diskState() === 'read-only') return fail(appError('read-only'));
    const held = this.parts.managed(key, parsed);
    if (held) return this.refuse(sender, key, held);
    try {
      if (spec.service === 'storage') {
        const storage = this.parts.storage();
        if (!storage) return fail(appError('store-locked'));
        const requestId = (parsed as { requestId?: string }).requestId ?? uuid();
        return await storage.request(key as never, parsed as never, actor, requestId);
      }
      const handler = this.parts.handlers[key as RequestsOf<'main'>] as (input: unknown, actor: Actor) => Promise<unknown>;
      return ok(await handler(parsed, actor));
    } catch (error) {
      if (error instanceof Refusal) return fail(error.error);
      log.error(`${key}: ${describe(error)}`);
      return fail(appError('internal', { detail: `${key}: ${error instanceof Error ? error.name : 'error'}` }));
    }
  }

  /**
   * A live query runs only while its access holds: a lock or a change of user stops it at once (the screen hears
   * why), and it goes on by itself when the access is back.
   */
  subscribe(sender: Sender, name: unknown, input: unknown, send: (result: Result<unknown>) => void): () => void {
    const known = this.known('live', sender, name);
    const shaped = known.ok ? this.parse(sender, known.value, input) : known;
    if (!known.ok || !shaped.ok) {
      send(known.ok ? shaped : known);
      return () => {};
    }
    const key = known.value;
    const parsed = shaped.value;
    const denied = this.access(sender, contract[key].access);
    if (denied) this.refuse(sender, key, denied);
    let running: { staffId: string | null; stop: () => void } | null = null;
    const stopWatching = this.parts.session.view.subscribe(() => {
      const actor = this.actor();
      const now = this.access(sender, contract[key].access);
      if (running && (now || running.staffId !== actor.staffId)) {
        running.stop();
        running = null;
      }
      if (now) send(fail(now));
      else running ??= { staffId: actor.staffId, stop: this.run(key, parsed, actor, send) };
    });
    return () => {
      stopWatching();
      running?.stop();
    };
  }

  private run(key: keyof Contract, parsed: unknown, actor: Actor, send: (result: Result<unknown>) => void): () => void {
    if (contract[key].service === 'main') {
      return (this.parts.lives[key as LivesOf<'main'>] as Observable<unknown>).subscribe((value) => send(ok(value)));
    }
    const storage = this.parts.storage();
    if (storage) return storage.subscribe(key as LivesOf<'storage'>, parsed, actor, send);
    send(fail(appError('store-locked')));
    return () => {};
  }

  private known(kind: 'request' | 'live', sender: Sender, name: unknown): Result<keyof Contract> {
    const label = typeof name === 'string' ? name : typeof name;
    if (!sender.genuine) return this.refuse(sender, label, appError('forged-sender'));
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return this.refuse(sender, label, appError('unknown-request'));
    const key = name as keyof Contract;
    return contract[key].kind === kind ? ok(key) : this.refuse(sender, label, appError('unknown-request'));
  }

  private parse(sender: Sender, key: keyof Contract, input: unknown): Result<unknown> {
    const parsed = (contract[key].input as z.ZodType).safeParse(input);
    return parsed.success ? ok(parsed.data) : this.refuse(sender, key, appError('malformed', { fields: fieldErrors(parsed.error) }));
  }

  private actor(): Actor {
    const { staff } = this.parts.session;
    return { staffId: staff?.id ?? null, roles: staff?.roles ?? [], deskCode: this.parts.deskCode() };
  }

  private access(sender: Sender, access: Access): AppError | null {
    if (access === 'hall-screen' || sender.name === 'hall-screen')
      return access === 'hall-screen' && sender.name === 'hall-screen' ? null : appError('forbidden');
    if (access === 'anyone') return null;
    const { staff, locked } = this.parts.session;
    if (!staff) return appError('signed-out');
    if (locked) return appError('locked');
    if (access === 'signed-in') return null;
    return access.some((role) => staff.roles.includes(role)) ? null : appError('forbidden');
  }

  private refuse(sender: Sender, request: string, error: AppError): Result<never> {
    this.parts.refusals.count(sender.name, this.parts.session.staff?.id ?? null, request, error.code);
    return fail(error);
  }
}

/** Dotted path → the first sentence about it. */
function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}
