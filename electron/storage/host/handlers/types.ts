import type { LivesOf, OutputOf, ParsedOf, RequestsOf } from '../../../../shared/contract';
import type { InternalName, InternalRequests } from '../../internal';
import type { Actor } from '../../protocol';
import type { Call, Host } from '../host';

/** A table of these types that misses a request of the contract does not compile. */
export type RequestHandlers = { [N in RequestsOf<'storage'>]: (host: Host, input: ParsedOf<N>, call: Call) => Promise<OutputOf<N>> };
export type InternalHandlers = {
  [N in InternalName]: (host: Host, input: InternalRequests[N]['input'], call: Call) => Promise<InternalRequests[N]['output']>;
};
/** Re-run by Dexie whenever a row they read changes, so they read nothing but the database. */
export type LiveHandlers = { [N in LivesOf<'storage'>]: (host: Host, input: ParsedOf<N>, actor: Actor) => Promise<OutputOf<N>> };
