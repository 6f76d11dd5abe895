import { readFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { jetstream } from '@nats-io/jetstream';
import { connect as connectNats, nkeyAuthenticator } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../build/hub/certificates.mjs';
import { connectHub } from '../../build/hub/connect.mjs';
import { openHubFile } from '../../build/hub/hub-file.mjs';
import { readFacts, serverFolder } from '../../build/hub/hub-folder.mjs';
import { newUser } from '../../build/hub/make-hub.mjs';
import { revokeDesk } from '../../build/hub/revoke-desk.mjs';
import type { NewHub } from '../../build/hub/run-hub.mjs';
import { connectDesk, newHub, QUICK, removeHub } from './desks';

let hub: NewHub;
beforeAll(async () => {
  hub = await newHub();
});
afterAll(() => removeHub(hub));

const seedOf = (code: string) => hub.desks.get(code) ?? '';
const sign = (seed: string) => nkeyAuthenticator(new TextEncoder().encode(seed));

describe('nobody gets in', () => {
  it('with a key that the hub does not know', async () => {
    await expect(connectHub({ servers: hub.url, ca: hub.ca, seed: newUser().seed, code: '02' })).rejects.toThrow('Authorization Violation');
  });
  it('with a public key and another’s signature', async () => {
    const known = sign(seedOf('02'))('x') as { nkey: string };
    const thief = sign(newUser().seed);
    const authenticator = (nonce?: string) => ({ ...(thief(nonce) as { sig: string }), nkey: known.nkey });
    await expect(connectNats({ servers: hub.url, tls: { ca: hub.ca }, authenticator, reconnect: false })).rejects.toThrow(
      'Authorization Violation',
    );
  });
  it('without credentials', async () => {
    await expect(connectNats({ servers: hub.url, tls: { ca: hub.ca }, reconnect: false })).rejects.toThrow('Authorization Violation');
  });
  it('without TLS: the server hears nothing that is said in clear text', async () => {
    const { port, hostname } = new URL(hub.url);
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connectTcp(Number(port), hostname, () => socket.write('CONNECT {"verbose":true}\r\nPING\r\n'));
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toContain('"tls_required":true');
    expect(said).not.toContain('PONG');
    expect(said).not.toContain('+OK');
  });
});

it('a desk does not talk to a hub that another authority vouches for', async () => {
  const { cert } = await makeAuthority();
  await expect(connectHub({ servers: hub.url, ca: cert, seed: seedOf('02'), code: '02' })).rejects.toThrow(/certificate/);
});
it('a desk does not talk to a hub under a name that is not in its certificate', async () => {
  const tls = { ca: hub.ca, servername: 'another.unit.local' };
  await expect(connectHub({ servers: hub.url, ca: hub.ca, seed: seedOf('02'), code: '02', tls })).rejects.toThrow(/altnames/);
});

describe('a desk that is revoked', () => {
  it('is cut off at once and not let in again; its spare is; the others notice nothing', async () => {
    const lost = await connectDesk(hub, '03');
    const other = await connectDesk(hub, '04');
    const reading = await (await jetstream(other).consumers.get('reception-log', {})).consume();
    const facts = readFacts(hub.dir);
    const { spare, file, code } = await revokeDesk({ dir: hub.dir, facts, desk: '03', cost: QUICK });
    hub.reload();
    await lost.closed();
    await expect(connectDesk(hub, '03')).rejects.toThrow('Authorization Violation');

    const content = await openHubFile(readFileSync(file, 'utf8'), code);
    expect(spare).toBe('06');
    expect(content).toMatchObject({ v: 1, hub: [hub.url], ca: hub.ca, desks: [{ code: '06' }] });
    const replaced = await connectHub({ servers: hub.url, ca: hub.ca, seed: content.desks[0].seed, code: spare });
    await jetstream(replaced).publish('reception.log.06', 'from the spare');
    await replaced.close();
    for await (const message of reading) {
      expect(`${message.subject} ${message.string()}`).toBe('reception.log.06 from the spare');
      break;
    }
    await other.close();
  });
  it('cannot be revoked twice, and one that never was not at all', async () => {
    const facts = readFacts(hub.dir);
    await expect(revokeDesk({ dir: hub.dir, facts, desk: '03', cost: QUICK })).rejects.toThrow('已于');
    await expect(revokeDesk({ dir: hub.dir, facts, desk: '77', cost: QUICK })).rejects.toThrow('没有 77 号登记台');
    expect(readFileSync(`${serverFolder(hub.dir, facts, facts.machines[0])}/users.conf`, 'utf8')).not.toContain('DESK_03');
  });
});
