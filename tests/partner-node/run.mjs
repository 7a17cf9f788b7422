// Plays Japan's side of an acquisition after issuance and of transfers between registries against a Thai node of this product, and checks every
// receipt. usage: node run.mjs [path of jcm.dll]   Exit codes: 0 everything came out as the protocol says, 1 something did not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomBytes } from 'node:crypto';
import { ThaiNode } from './node.mjs';
import { Partner, refusal } from './partner.mjs';
import { account, canonical, hash, newKey, pin, uuid7, verifyDocument } from './wire.mjs';

const REGISTRY = 'JPN-THA';
const program = process.argv[2] ?? fileURLToPath(new URL('../../artifacts/bin/JcmInterop.Cli/debug/jcm.dll', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jcm-partner-'));
const key = newKey('Ed25519');
const thailand = new ThaiNode(program, folder, REGISTRY);
let japan;
let checks = 0;

function check(what, actual, expected) {
  assert.deepEqual(actual, expected, what);
  checks++;
}

const step = text => console.log(`- ${text}`);
const inDays = days => new Date(Date.now() + days * 86_400_000).toISOString();
const newTransfer = () => uuid7(randomBytes);

// Invented facts.
const project = {
  reference: 'TH901', title: 'Sample project', titleLocal: null, registeredOn: '2020-01-01', methodologies: ['TH_AM001 Ver1.0'], sectors: ['Energy generation'],
  activityTypes: ['Solar'], sourceNote: 'invented',
};
const authorization = {
  id: 'THA-NDC-2025', version: 1, authorizingParty: 'THA', authorizedOn: '2024-01-01', cooperativeApproach: 'CA9999', uses: ['ndc'], authorizedParties: ['JPN'], authorizedEntities: [],
  quantityCap: null, vintageFirst: 2021, vintageFinal: 2030, projects: [], firstTransferDefinition: null, expiresOn: '2035-12-31', trackingRegistry: 'THA01',
  sectors: ['Energy generation'], activityTypes: ['Solar'], purposeText: null, terms: null, sourceNote: 'invented',
};

function decision(id, decidedOn, vintage, toThailand, toJapan) {
  const side = (party, quantity) => ({ party, notified: quantity, postings: [{ holder: 'government', vintage, quantity }] });
  return {
    id, registry: REGISTRY, decidedOn, takenElectronically: true, sourceNote: 'invented',
    lines: [{
      lineId: 'TH901', project: 'TH901', period: { from: `${vintage}-01-01`, to: `${vintage}-12-31` }, total: toThailand + toJapan,
      sides: [side('THA', toThailand), side('JPN', toJapan)],
    }],
  };
}

const posting = (number, vintage, quantity, beneficiary) => ({ account: account('THA', number), vintage, quantity, beneficiary });

async function prepare() {
  step('Thailand opens accounts, registers a project, authorizes, and holds 10,000 t of an earlier decision');
  const kinds = { 1: 'governmentHolding', 2: 'retirement', 3: 'cancellation', 4: 'governmentOther', 101: 'entityHolding' };
  for (const [number, kind] of Object.entries(kinds))
    await thailand.do({ command: 'open-account', number: account('THA', number), kind, holder: { nameEnglish: `Holder ${number}` }, isTrustProperty: false, openedOn: '2025-04-01' });
  await thailand.do({ command: 'register-project', project });
  await thailand.do({ command: 'record-authorization', authorization });
  const mirrored = decision('TH-2024-05-15', '2024-05-15', 2021, 10_000, 100);
  await japan.send('decision-notice', { decision: mirrored });
  await thailand.do({ command: 'record-decision', decision: mirrored });
  await thailand.do({ command: 'issue-leg', decision: mirrored.id, lineId: 'TH901', issuedOn: '2024-06-01', postings: [posting(101, 2021, 10_000, 'THA')] });
  await japan.until('notices of decision, leg and authorization', () => ['decision-notice', 'leg-notice', 'authorization-notice'].every(type => japan.inbox.some(m => m.message.type === type)));
}

async function acquireAfterApproval() {
  step('Flow 2: Thailand issues both quantities of a decision and approves the transfer of 30 t; Japan acquires');
  const delivered = decision('TH-2025-05-15', '2025-05-15', 2022, 70, 30);
  await japan.send('decision-notice', { decision: delivered });
  await thailand.do({ command: 'record-decision', decision: delivered });
  await thailand.do({ command: 'issue-leg', decision: delivered.id, lineId: 'TH901', issuedOn: '2025-06-01', postings: [posting(101, 2022, 70, 'THA'), posting(4, 2022, 30, 'JPN')] });
  const id = newTransfer();
  await thailand.do({ command: 'approve-transfer', id, decision: delivered.id, lineId: 'TH901', authorization: authorization.id, approvedOn: null, decideBy: inDays(5) });
  await japan.until('the approval', () => japan.transfers.get(id)?.state === 'proposed');
  check('kind of the approval', japan.transfers.get(id).offer.kind, 'afterApproval');
  await japan.accept(id, account('JPN', 1));
  await japan.until('the completion', () => japan.transfers.get(id).state === 'completed');
  check('tonnes acquired', tonnes(japan.transfers.get(id).completion.units), 30);
  return id;
}

async function acceptProposal() {
  step('Flow 3: Thailand proposes 250 t; Japan accepts; the answer to the completion is lost once');
  const id = await propose(250);
  japan.answersToLose.add('transfer-completion');
  const repeatedBefore = japan.repeated;
  await japan.accept(id, japan.transfers.get(id).offer.acquiringAccount);
  await japan.until('the completion', () => japan.transfers.get(id).state === 'completed');
  await japan.until('the completion again', () => japan.repeated > repeatedBefore);
  check('tonnes acquired', tonnes(japan.transfers.get(id).completion.units), 250);
  return id;
}

async function refuseProposal() {
  step('Flow 3: Thailand proposes 40 t; Japan refuses');
  const id = await propose(40);
  await japan.refuse(id, refusal(9, 'Not wanted.', 'Agree on the quantity first.'));
  return id;
}

async function propose(quantity) {
  const id = newTransfer();
  await thailand.do({
    command: 'propose-transfer', id, units: [{ account: account('THA', 101), serials: null, quantity }], acquiringAccount: account('JPN', 101), authorization: authorization.id,
    offeredOn: null, decideBy: inDays(10),
  });
  await japan.until('the proposal', () => japan.transfers.get(id)?.state === 'proposed');
  return id;
}

const tonnes = units => units.reduce((sum, { serials }) => sum + serials.final - serials.first + 1, 0);

async function misbehave() {
  step('Section 5: repetition, gap, fork, forgery, wrong clock, unknown version; then an unknown type and a malformed body, which are stored and refused');
  const again = japan.outbox.at(-1);
  const repeated = await japan.post(again.bytes);
  check('a repetition gets the same receipt', [repeated.status, repeated.body.equals(again.receiptBytes)], [200, true]);
  const test = (changes = {}) => japan.compose('test', { text: 'hello' }, changes);
  const next = again.message.sequence + 1;
  const refused = async (what, bytes, status, expectedSequence) => {
    const answer = await japan.post(bytes);
    check(`${what}: status`, [answer.status, answer.type], [status, 'application/problem+json']);
    const problem = JSON.parse(answer.body);
    for (const name of ['rule', 'english', 'japanese', 'citation', 'remedyEnglish', 'remedyJapanese']) check(`${what}: ${name}`, name in problem, true);
    check(`${what}: expectedSequence`, problem.expectedSequence, expectedSequence);
  };
  await refused('a later sequence', test({ sequence: next + 1 }).bytes, 409, next);
  await refused('another payload under a known sequence', test({ sequence: next - 1 }).bytes, 409);
  await refused('another payload under a known id', test({ id: again.message.id }).bytes, 409);
  await refused('a wrong previous', test({ previous: hash('another past') }).bytes, 409);
  await refused('sent in the future', test({ sentAt: inDays(1) }).bytes, 422);
  await refused('sent before the message before', test({ sentAt: '2020-01-01T00:00:00.000Z' }).bytes, 422);
  await refused('an unknown protocol', test({ protocol: '2.0' }).bytes, 422);
  await refused('another sender', test({ from: 'IDN' }).bytes, 403);
  await refused('not JSON', Buffer.from('{'), 400);
  const forged = JSON.parse(test().bytes);
  forged.signatures[0].signature = `${forged.signatures[0].signature.startsWith('A') ? 'B' : 'A'}${forged.signatures[0].signature.slice(1)}`;
  await refused('a wrong signature', Buffer.from(JSON.stringify(forged)), 403);
  const own = japan.key;
  japan.key = newKey('ES256');
  const stranger = japan.compose('test', { text: 'hello' });
  japan.key = own;
  await refused('a key that is not pinned', stranger.bytes, 403);
  check('nothing of it was stored', (await thailand.read('inbox?limit=100')).items.length, japan.outbox.length);

  const unknown = await japan.deliver(japan.compose('weather-report', { sky: 'blue' }));
  check('an unknown type', [unknown.receipt.outcome, typeof unknown.receipt.refusal.rule], ['refused', 'number']);
  const malformed = await japan.deliver(japan.compose('test', { text: 5 }));
  check('a malformed body', malformed.receipt.outcome, 'refused');
  check('and the next one goes', (await japan.send('test', { text: 'hello' })).receipt.outcome, 'recorded');
}

async function compare(completed, refusedId) {
  step('Both sides hold the same past, and the right tonnes');
  for (const id of completed) check(`transfer ${id} in Thailand`, (await thailand.read(`transfers/${id}`)).transfer.state, 'completed');
  check('refused transfer in Thailand', (await thailand.read(`transfers/${refusedId}`)).transfer.state, 'refused');
  check('faults in Thailand', (await thailand.read('faults')).items, []);
  check('faults in Japan', japan.faults, []);
  // This partner keeps to the base set: it refuses a hello as it does any type it does not know.
  check('messages refused by Japan', japan.inbox.filter(m => m.refused && m.message.type !== 'hello').map(m => m.message.type), []);
  check('tonnes of THA-101', (await thailand.read(`accounts?limit=100`)).items.find(a => a.account.number === account('THA', 101))?.tonnes, 10_000 + 70 - 250);
  const [sent, received] = [await quietOutbox(), (await thailand.read('inbox?limit=100')).items];
  check('messages of Thailand', sent.length, japan.inbox.length);
  check('messages of Japan', received.length, japan.outbox.length);
  for (const [i, { message, hash: of, receipt }] of japan.inbox.entries()) {
    check(`message ${i + 1} of Thailand`, canonical(sent[i].content), canonical(message));
    check(`its receipt`, canonical(sent[i].receipt), canonical(JSON.parse(receipt)));
    check(`its receipt is for it`, verifyDocument(Buffer.from(JSON.stringify(sent[i].receipt)), 'jcm-receipt+jws', new Map([[key.kid, key.jwk]])).payload.messageHash, of);
  }
  for (const [i, { message, receiptBytes }] of japan.outbox.entries()) {
    check(`message ${i + 1} of Japan`, canonical(received[i].content), canonical(message));
    check(`its receipt`, canonical(received[i].receipt), canonical(JSON.parse(receiptBytes)));
  }
  const unexpected = japan.outbox.filter(m => m.receipt.outcome !== 'recorded').map(m => m.message.type);
  check('messages refused by Thailand', unexpected, ['weather-report', 'test']);
}

/** Thailand's outbox once the last answer has arrived there; Thailand learns of it a moment after Japan gave it. */
async function quietOutbox() {
  for (let tries = 0; ; tries++) {
    const { items } = await thailand.read('outbox?limit=100');
    if (items.every(m => m.receipt) || tries === 100) return items;
    await new Promise(done => setTimeout(done, 100));
  }
}

try {
  const thaiKeys = await thailand.makeKey('ES256');
  japan = new Partner({ own: 'JPN', other: 'THA', registry: REGISTRY, key, pinned: pin(thaiKeys) });
  const url = await japan.listen();
  await thailand.start(url, { keys: [{ ...key.jwk, party: 'JPN', validFrom: new Date(Date.now() - 60_000).toISOString() }] });
  japan.url = thailand.url;
  await prepare();
  const completed = [await acquireAfterApproval(), await acceptProposal()];
  const refusedId = await refuseProposal();
  await misbehave();
  await compare(completed, refusedId);
  console.log(`${checks} checks passed; ${japan.outbox.length} messages sent and ${japan.inbox.length} received, each with a genuine receipt.`);
} catch (error) {
  console.log(`FAILED after ${checks} checks: ${error.stack}`);
  if (thailand.log) console.log(`The node said:\n${thailand.log.slice(-4_000)}`);
  process.exitCode = 1;
} finally {
  await thailand.stop();
  await japan?.close();
  rmSync(folder, { recursive: true, force: true });
}
