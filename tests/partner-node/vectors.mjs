// Runs contracts/vectors against the partner node's own code, and verifies every message that is to be stored with a JOSE library as well.
// usage: node vectors.mjs
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { generalVerify, importJWK } from 'jose';
import { Partner, validator } from './partner.mjs';
import { base64url, canonical, fromBase64url, hash, thumbprint, verifyDocument } from './wire.mjs';

const folder = new URL('../../contracts/vectors/', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const index = read('index.json');
if (index.format !== 'jcm-vectors' || index.version !== 1) throw new Error('another format of vectors');

const keys = read('keys.json');
const failures = [];
let cases = 0;

function expect(file, id, actual, expected) {
  cases++;
  if (JSON.stringify(actual) !== JSON.stringify(expected)) failures.push(`${file} ${id}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

const pinned = names => new Map(keys.keys.filter(key => names.includes(key.name)).map(key => [key.kid, { ...key.public, validFrom: key.validFrom, validTo: key.validTo }]));

for (const key of keys.keys) expect('keys.json', key.name, thumbprint(key.public), key.kid);

for (const { id, input, expected, canonical: text, hash: of } of read('canonical.json').cases.filter(c => c.expected === 'accepted')) {
  const written = canonical(JSON.parse(input));
  expect('canonical.json', id, [written, hash(Buffer.from(written))], [text, of]);
}

const messages = read('messages.json');
const now = Date.parse(messages.now);
const thailand = keys.keys.find(key => key.name === 'thailand-ed25519');

async function receiver() {
  const { createPrivateKey } = await import('node:crypto');
  const key = { privateKey: createPrivateKey({ key: thailand.private, format: 'jwk' }), jwk: thailand.public, kid: thailand.kid, algorithm: 'Ed25519' };
  const partner = new Partner({ own: messages.to, other: messages.from, registry: messages.registry, key, pinned: pinned(messages.pinned), now: () => now });
  for (const { document, hash: of } of messages.inbox) {
    partner.receive(Buffer.from(document));
    expect('messages.json', 'inbox', partner.inbox.at(-1).hash, of);
  }
  return partner;
}

for (const { id, document, hash: of, expected } of messages.cases) {
  const partner = await receiver();
  const stored = partner.inbox.length;
  let answer;
  try {
    const { receipt, isRepeated } = partner.receive(Buffer.from(document));
    const { payload } = verifyDocument(receipt, 'jcm-receipt+jws', new Map([[thailand.kid, thailand.public]]));
    answer = { status: 200, outcome: payload.outcome, repetition: isRepeated, expectedSequence: null };
    expect('messages.json', `${id}: hash`, payload.messageHash, of);
    await jose(id, document);
  } catch (error) {
    if (!error.problem) throw error;
    answer = { status: error.problem.status, outcome: null, repetition: false, expectedSequence: error.problem.members.expectedSequence ?? null };
  }
  expect('messages.json', id, answer, expected);
  expect('messages.json', `${id}: stored`, partner.inbox.length - stored, expected.status === 200 && !expected.repetition ? 1 : 0);
}

/** Some signature is by a pinned key, says a library that knows nothing of this protocol. */
async function jose(id, document) {
  const result = await generalVerify(JSON.parse(document), async header => {
    const jwk = pinned(messages.pinned).get(header.kid);
    if (!jwk) throw new Error('not pinned');
    return importJWK({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, ...(jwk.y ? { y: jwk.y } : {}) }, header.alg);
  });
  expect('messages.json', `${id}: jose`, base64url(result.payload), JSON.parse(document).payload);
}

const receipts = read('receipts.json');
for (const { id, document, expected } of receipts.cases) {
  const judge = new Partner({ own: 'JPN', other: 'THA', registry: 'JPN-THA', key: null, pinned: pinned(receipts.pinned), now: () => Date.parse(receipts.now) });
  const message = JSON.parse(Buffer.from(JSON.parse(receipts.message).payload, 'base64url'));
  let actual = 'accepted';
  try {
    judge.verifyReceipt(Buffer.from(document), { message, hash: receipts.messageHash });
  } catch {
    actual = 'refused';
  }
  expect('receipts.json', id, actual, expected);
}

const proofs = read('proofs.json');
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
proofs.rows.forEach((row, i) => expect('proofs.json', row, base64url(sha256(Buffer.from([0]), sha256(Buffer.from(row)))), proofs.leafHashes[i]));
const node = (left, right) => sha256(Buffer.from([1]), left, right);
const bytes = text => Buffer.from(text, 'base64url');

/** RFC 9162, section 2.1.3.2. */
function isIncluded({ index: at, treeSize, leafHash, path, root }) {
  if (at >= treeSize) return false;
  let [fn, sn, r] = [at, treeSize - 1, bytes(leafHash)];
  for (const text of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = node(bytes(text), r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else r = node(r, bytes(text));
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && base64url(r) === root;
}

/** RFC 9162, section 2.1.4.2. */
function isConsistent({ earlierSize, treeSize, earlierRoot, root, path }) {
  if (earlierSize > treeSize) return false;
  if (earlierSize === treeSize) return path.length === 0 && earlierRoot === root;
  const hashes = Number.isInteger(Math.log2(earlierSize)) ? [earlierRoot, ...path] : [...path];
  if (hashes.length === 0) return false;
  let [fn, sn] = [earlierSize - 1, treeSize - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [bytes(hashes[0]), bytes(hashes[0])];
  for (const text of hashes.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(bytes(text), fr), node(bytes(text), sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else sr = node(sr, bytes(text));
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && base64url(fr) === earlierRoot && base64url(sr) === root;
}

for (const one of proofs.inclusion) expect('proofs.json', one.id, isIncluded(one) ? 'accepted' : 'refused', one.expected);
for (const one of proofs.consistency) expect('proofs.json', one.id, isConsistent(one) ? 'accepted' : 'refused', one.expected);

const checkpoints = read('checkpoints.json');
const keysOf = party => pinned(keys.keys.filter(key => key.pinnedFor === party).map(key => key.name));

/** Section 14: the answer of a receiver that has cosigned the checkpoint in 'seen'. */
function judge({ checkpoint, earlierTreeSize, consistency }, at) {
  const { seen } = checkpoints;
  if (checkpoint.signatures.length < 1 || checkpoint.signatures.length > 3 || consistency.length > 64) return 'refused';
  let statement;
  try {
    statement = verifyDocument(Buffer.from(JSON.stringify(checkpoint)), 'jcm-checkpoint+jws', keysOf(checkpoints.party), at).payload;
  } catch {
    return 'refused';
  }
  if (!isStatement(statement)) return 'refused';
  if (statement.party !== checkpoints.party || statement.registry !== checkpoints.registry || Date.parse(statement.at) > at + 5 * 60 * 1000) return 'refused';
  if (statement.treeSize === seen.treeSize && statement.root === seen.root) return 'recorded';
  if (statement.treeSize <= seen.treeSize) return 'alarm';
  if (earlierTreeSize !== seen.treeSize) return 'refused';
  return isConsistent({ earlierSize: seen.treeSize, treeSize: statement.treeSize, earlierRoot: seen.root, root: statement.root, path: consistency }) ? 'recorded' : 'alarm';
}

const isStatement = statement => validator('checkpoint-statement')(statement);

for (const { id, body, expected } of checkpoints.cases) expect('checkpoints.json', id, judge(body, Date.parse(checkpoints.now)), expected);

/** Clause 14.19: the checkpoint in 'stated' with its own signatures in their order, and a right one of the partner. */
function isCosigned({ payload, signatures }) {
  const { stated } = checkpoints;
  if (payload !== stated.payload || signatures.length <= stated.signatures.length || signatures.length > 4) return false;
  if (canonical(signatures.slice(0, stated.signatures.length)) !== canonical(stated.signatures)) return false;
  try {
    verifyDocument(Buffer.from(JSON.stringify({ payload, signatures })), 'jcm-checkpoint+jws', keysOf(checkpoints.party), Date.parse(checkpoints.now));
    return true;
  } catch {
    return false;
  }
}

for (const { id, checkpoint, expected } of checkpoints.cosignatures) expect('checkpoints.json', id, isCosigned(checkpoint) ? 'recorded' : 'refused', expected);

const rows = read('rows.json');
const proven = verifyDocument(Buffer.from(rows.message), 'jcm-message+jws', keysOf('JPN'));
const receipted = verifyDocument(Buffer.from(rows.receipt), 'jcm-receipt+jws', keysOf('THA'));

/** The members of clause 14.3, or nothing where the bytes are no row of a log in the layout of clause 14.1. */
function readRow(row, registry, position) {
  if (row.length < 67 || row.subarray(0, 5).toString('latin1') !== 'JCMJ\u0001') return null;
  const kindEnd = 62 + row.readUInt16BE(60);
  if (row.length < kindEnd + 4 || row.readInt32BE(kindEnd) !== row.length - kindEnd - 4) return null;
  if (row.subarray(37, 44).toString('latin1') !== registry || row.readBigInt64BE(44) !== BigInt(position)) return null;
  const text = row.subarray(kindEnd + 4).toString('utf8');
  const payload = JSON.parse(text);
  return canonical(payload) === text ? { kind: row.subarray(62, kindEnd).toString('latin1'), ...payload } : null;
}

function provesMessage({ checkpoint, index: at, row: text, path }) {
  const party = JSON.parse(fromBase64url(checkpoint.payload)).party;
  const { payload: statement } = verifyDocument(Buffer.from(JSON.stringify(checkpoint)), 'jcm-checkpoint+jws', keysOf(party));
  const bytesOfRow = fromBase64url(text);
  const leafHash = base64url(sha256(Buffer.from([0]), sha256(bytesOfRow)));
  if (!isIncluded({ index: at, treeSize: statement.treeSize, leafHash, path, root: statement.root })) return false;
  const row = readRow(bytesOfRow, statement.registry, at + 1);
  const message = proven.payload;
  const members = { from: message.from, message: proven.hash, outcome: receipted.payload.outcome, receipt: receipted.hash, sequence: message.sequence, type: message.type };
  const expected = {
    'message-received': [message.to, members],
    'message-sent': [message.from, { ...members, outcome: null, receipt: null }],
    'receipt-received': [message.from, { ...members, type: null }],
  }[row?.kind];
  return expected !== undefined && expected[0] === party && canonical({ kind: row.kind, ...expected[1] }) === canonical(row);
}

for (const one of rows.cases) expect('rows.json', one.id, provesMessage(one) ? 'accepted' : 'refused', one.expected);

console.log(`${cases} checks of ${index.files.length} files.`);
for (const failure of failures) console.log(`WRONG ${failure}`);
// A run that finds next to nothing to check would agree with everything.
process.exitCode = failures.length === 0 && cases > 200 ? 0 : 1;
