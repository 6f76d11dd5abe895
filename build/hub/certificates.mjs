import './reflect.mjs';
import { randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import x509 from '@peculiar/x509';

/*
 * The hub's own authority. Desks trust this one certificate and nothing that the system trusts, so that nobody who
 * holds some public certificate can stand between. Its key signs the servers' certificates and belongs into a safe.
 */
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const AUTHORITY_YEARS = 30;
const SERVER_YEARS = 10;

const { KeyUsageFlags } = x509;
const crypto = /** @type {Crypto} */ (webcrypto);
const generate = () => crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
// Positive and unlike any other: the first bit is cleared, the next one set.
const serial = () => {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] & 0x7f) | 0x40;
  return bytes.toString('hex');
};

/** From an hour ago: the clocks of a hall's machines differ. */
function validity(years) {
  const notBefore = new Date(Date.now() - 3_600_000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { notBefore, notAfter };
}

/** @returns {Promise<{cert: string, key: string}>} PEM */
export async function makeAuthority() {
  const keys = await generate();
  const cert = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial(),
      name: 'CN=Reception Hub Authority',
      ...validity(AUTHORITY_YEARS),
      signingAlgorithm: EC,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  return { cert: cert.toString('pem'), key: await privatePem(keys.privateKey) };
}

/**
 * A server's certificate for host names and addresses. It is a client's, too: the machines of a cluster show it to each other.
 * @param {{cert: string, key: string}} authority PEM
 * @param {string[]} hosts
 * @returns {Promise<{cert: string, key: string}>} PEM
 */
export async function issueServer(authority, hosts) {
  const issuer = new x509.X509Certificate(authority.cert);
  const signingKey = await crypto.subtle.importKey('pkcs8', x509.PemConverter.decode(authority.key)[0], EC, false, ['sign']);
  const keys = await generate();
  const cert = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject: 'CN=Reception Hub',
      issuer: issuer.subject,
      ...validity(SERVER_YEARS),
      signingAlgorithm: EC,
      publicKey: keys.publicKey,
      signingKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
        new x509.SubjectAlternativeNameExtension(namesFor(hosts)),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  return { cert: cert.toString('pem'), key: await privatePem(keys.privateKey) };
}

/**
 * Where a hub is called by an address, @nats-io/transport-node 3.4 gives Node no name to look for, and Node then looks for 「localhost」.
 * It may stand there: this authority vouches for hubs only.
 */
function namesFor(hosts) {
  const names = hosts.some((host) => isIP(host)) ? [...new Set([...hosts, 'localhost'])] : hosts;
  return names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }));
}

async function privatePem(key) {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
