import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { inboxOf } from './names.mjs';

/**
 * One connection over TLS, with a seed's credentials; it is not renewed when it is lost.
 * @param {{servers: string | string[], ca: string, seed: string, code?: string, tls?: object}} wish code: of a desk, whose answers come
 *   to its own inbox; none for the administrator. Further options are the library's
 * @throws when the hub is out of reach, is another, or refuses the credentials
 */
export const connectHub = ({ servers, ca, seed, code, ...options }) =>
  connect({
    servers,
    tls: { ca },
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    ...(code === undefined ? {} : { inboxPrefix: inboxOf(code) }),
    name: code === undefined ? 'hub administrator' : `desk ${code}`,
    reconnect: false,
    ignoreClusterUpdates: true,
    ...options,
  });
