// Counts what a desk's exported package holds, beside the program: `node count-package.mjs HALLKEY-HEX FILE...` prints one
// JSON line a file. Nothing of the program is imported; the format stands in electron/sync/package-format.ts, the batches'
// in electron/storage/batch.ts. Any seal that does not open and any chain that does not hold ends it with an error.
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { decode } from 'cborg';

const [, , hallKeyHex, ...files] = process.argv;
const hallKey = Buffer.from(hallKeyHex, 'hex');
const derived = (salt, info) => Buffer.from(hkdfSync('sha256', hallKey, salt, Buffer.from(info), 32));
const bodyKey = derived(Buffer.alloc(0), 'reception/1/body');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** The sealed frames of a package, opened. */
function* framesOf(bytes) {
  if (bytes.toString('latin1', 0, 8) !== 'RCPKG1\r\n') throw new Error('no package');
  let at = 8;
  const piece = () => {
    const length = bytes.readUInt32BE(at);
    const found = bytes.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    return found;
  };
  const { salt } = decode(piece());
  const key = derived(salt, 'reception/1/package');
  for (let n = 1; ; n++) {
    const sealed = piece();
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(n, 8);
    const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(sealed.subarray(0, 16));
    const frame = decode(Buffer.concat([cipher.update(sealed.subarray(16)), cipher.final()]));
    if (frame.kind === 'end') {
      if (frame.frames !== n - 1) throw new Error(`${n - 1} frames, and the end says ${frame.frames}`);
      if (bytes.toString('latin1', at, at + 8) !== 'RCPKGEND') throw new Error('no end');
      return;
    }
    yield frame;
  }
}

function bodyOf({ desk, inc, first, last, body }) {
  if (body[0] !== 1) throw new Error('another suite');
  const about = Buffer.from(`batch|${desk}|${inc}|${first}|${last}`);
  return decode(xchacha20poly1305(bodyKey, body.subarray(1, 25), about).decrypt(body.subarray(25)));
}

/** The chain of one desk: numbers without a gap in each incarnation, each batch naming the one before it. */
class Chain {
  inc = 0;
  last = 0;
  hash = Buffer.alloc(32);
  earlier = [];
  changes = 0;
  batches = 0;

  add(batch, payload) {
    const { inc, first, last, prev } = batch;
    const begins = inc > this.inc;
    if (first !== (begins ? 1 : this.last + 1)) throw new Error(`${batch.desk}.${inc}: ${first} after ${this.inc}.${this.last}`);
    // An incarnation's first batch may follow any earlier one of its desk.
    const before = begins ? [Buffer.alloc(32), ...this.earlier] : [this.hash];
    if (!before.some((hash) => hash.equals(Buffer.from(prev)))) throw new Error(`${batch.desk}.${inc}.${first} follows nothing`);
    [this.inc, this.last, this.hash] = [inc, last, sha256(payload)];
    this.earlier.push(this.hash);
    this.changes += last - first + 1;
    this.batches++;
  }
}

function count(file) {
  const chains = new Map();
  const requests = new Map();
  const added = new Map();
  const rows = new Map();
  const numbers = new Map();
  let changes = 0;
  for (const frame of framesOf(readFileSync(file))) {
    if (frame.kind !== 'batches') continue;
    for (const [payload] of decode(frame.message).batches) {
      const batch = decode(payload);
      const chain = chains.get(batch.desk) ?? new Chain();
      chains.set(batch.desk, chain);
      chain.add(batch, payload);
      const body = bodyOf(batch);
      if (body.changes.length !== batch.last - batch.first + 1) throw new Error(`${batch.desk}.${batch.inc}.${batch.first}: changes`);
      changes += body.changes.length;
      requests.set(body.requestId, (requests.get(body.requestId) ?? 0) + 1);
      const makes = new Set();
      for (const { table, rowId, op, open } of body.changes) {
        const name = `${table}/${rowId}`;
        // A visit is made by the change that gives it its number; other desks' changes of it may stand before.
        if (op === 'add' || (table === 'visits' && open.number)) makes.add(name);
        rows.set(name, table);
        if (table === 'visits' && open.number) numbers.set(open.number, (numbers.get(open.number) ?? new Set()).add(rowId));
      }
      for (const name of makes) added.set(name, (added.get(name) ?? 0) + 1);
    }
  }
  const tables = {};
  for (const table of rows.values()) tables[table] = (tables[table] ?? 0) + 1;
  return {
    changes,
    chains: Object.fromEntries([...chains].sort().map(([desk, { batches, changes: n }]) => [desk, { batches, changes: n }])),
    tables: Object.fromEntries(Object.entries(tables).sort()),
    requests: [...requests.keys()].sort(),
    rows: [...rows.keys()].sort(),
    twice: {
      requests: [...requests].filter(([, n]) => n > 1).map(([id]) => id),
      rows: [...added].filter(([, n]) => n > 1).map(([id]) => id),
      numbers: [...numbers].filter(([, ids]) => ids.size > 1).map(([number]) => number),
    },
  };
}

for (const file of files) console.log(JSON.stringify(count(file)));
