// A minimal partner node, written from contracts/protocol.md and schemas/ alone. It keeps everything in memory: a real one makes a message and
// its receipt durable before it answers.
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import Ajv from 'ajv/dist/2020.js';
import { account, canonical, NotGenuine, signDocument, uuid7, verifyDocument } from './wire.mjs';

const BYTES_MAX = 4 * 1024 * 1024;
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;
const TRANSFERS_MAX = 1_000;
const TEXT_MAX = 1_000;
const LINES_MAX = 1_000;
const POSTINGS_MAX = 1_000;
const POSTINGS_OF_DECISION_MAX = 10_000;
const HOLDER_MAX = 200;
const NOTE_MAX = 4_000;
const UNITS_OF_LEG_MAX = 1_000;
const TYPES = {
  message: 'jcm-message+jws',
  receipt: 'jcm-receipt+jws',
};

const ajv = new Ajv({ strictTypes: false, strictRequired: false });
const folder = new URL('../../schemas/', import.meta.url);
for (const file of readdirSync(folder).filter(name => name.endsWith('.schema.json'))) ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
export const validator = name => ajv.getSchema(`${name}.schema.json`);

const instant = () => new Date().toISOString();

/** A refusal of this side, as section 6 writes it. */
export const refusal = (rule, english, remedyEnglish) => ({
  rule, english, japanese: '拒否しました。', citation: 'contracts/protocol.md', remedyEnglish, remedyJapanese: '相手国に確認してください。',
});

class NotStored extends Error {
  constructor(status, english, members = {}) {
    super(english);
    this.problem = { status, members: { ...refusal(1, english, 'Look at the message that was sent.'), ...members } };
  }
}

export class Partner {
  /** @param own Party of this side; @param other the partner's; @param key what this side signs with; @param pinned keys of the partner by kid */
  constructor({ own, other, registry, key, pinned, now = Date.now }) {
    Object.assign(this, { own, other, registry, key, pinned, now });
    this.inbox = [];
    this.outbox = [];
    this.transfers = new Map();
    this.faults = [];
    this.repeated = 0;
    /** Message types whose first answer is lost on the way, after the message was recorded. */
    this.answersToLose = new Set();
    this.waiting = [];
    this.answers = Promise.resolve();
    this.server = createServer((request, response) => this.#answer(request, response));
    // A body is asked for only where it may come.
    this.server.on('checkContinue', (request, response) => {
      if (Number(request.headers['content-length'] ?? 0) <= BYTES_MAX) response.writeContinue();
      this.#answer(request, response);
    });
  }

  async listen() {
    await new Promise(done => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  /** Sends an answer once the message that asks for it has its receipt; answers go one after another, in order. */
  later(type, body) {
    this.answers = this.answers.then(() => this.send(type, body)).catch(error => this.faults.push({ id: type, what: error.message }));
  }

  async close() {
    await this.answers;
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  /** Waits until something that was received makes a condition true. */
  until(what, condition, withinMs = 60_000) {
    if (condition()) return Promise.resolve();
    return new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`not reached: ${what}`)), withinMs);
      this.waiting.push(() => {
        if (!condition()) return false;
        clearTimeout(timer);
        done();
        return true;
      });
    });
  }

  // Receiving: sections 2 to 6.

  async #answer(request, response) {
    try {
      if (request.method === 'GET' && request.url === '/partner/v1/time') return reply(response, 200, 'application/json', JSON.stringify({ now: instant() }));
      if (request.method !== 'POST' || request.url !== `/partner/v1/registries/${this.registry}/messages`) throw new NotStored(404, 'There is nothing here.');
      if (Number(request.headers['content-length'] ?? 0) > BYTES_MAX) throw new NotStored(413, 'The message is larger than 4 MiB.');
      if (request.headers['content-type'] !== 'application/jose+json') throw new NotStored(415, 'The content type is not application/jose+json.');
      const { receipt, type, isRepeated } = this.receive(await bodyOf(request));
      if (!isRepeated && this.answersToLose.delete(type)) return request.socket.destroy();
      reply(response, 200, 'application/jose+json', receipt);
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      // What was not read of a body that is not taken must not be taken for the next request.
      if (!request.complete) response.setHeader('connection', 'close');
      reply(response, error.problem.status, 'application/problem+json', JSON.stringify(error.problem.members));
    }
    this.waiting = this.waiting.filter(isDone => !isDone());
  }

  /** Takes one message; gives the receipt, or throws where nothing is stored. */
  receive(bytes) {
    let read;
    try {
      read = verifyDocument(bytes, TYPES.message, this.pinned, this.now());
    } catch (error) {
      throw new NotStored(error instanceof NotGenuine ? 403 : 400, `The message is not taken: ${error.message}.`);
    }
    const { payload: message, hash } = read;
    if (typeof message.protocol === 'string' && message.protocol !== '1.0') throw new NotStored(422, `Protocol ${message.protocol} is unknown.`);
    if (!validator('message')(message)) throw new NotStored(400, 'The payload is not of its schema.');
    if (message.from !== this.other) throw new NotStored(403, 'The message is not from the owner of the key.');
    if (message.to !== this.own || message.registry !== this.registry) throw new NotStored(400, 'The message is not for this direction.');
    if ((message.sequence === 1) !== (message.previous === '')) throw new NotStored(400, 'Only the first message has an empty previous.');
    if (Date.parse(message.sentAt) > this.now() + CLOCK_TOLERANCE_MS) throw new NotStored(422, 'The message was sent in the future.');
    const known = this.inbox.find(m => m.message.id === message.id) ?? this.inbox.find(m => m.message.sequence === message.sequence);
    if (known) {
      if (known.hash !== hash) throw new NotStored(409, 'The id or sequence is known with another payload.');
      this.repeated++;
      return { receipt: known.receipt, type: message.type, isRepeated: true };
    }
    this.#place(message);
    const refused = this.#contents(message);
    const receipt = signDocument(
      {
        protocol: '1.0', messageId: message.id, messageHash: hash, from: this.own, to: this.other, registry: this.registry, sequence: message.sequence,
        receivedAt: instant(), outcome: refused ? 'refused' : 'recorded', refusal: refused ?? null,
      },
      TYPES.receipt,
      this.key);
    this.inbox.push({ message, hash, bytes, receipt, refused });
    return { receipt, type: message.type, isRepeated: false };
  }

  #place(message) {
    const last = this.inbox.at(-1);
    const expectedSequence = (last?.message.sequence ?? 0) + 1;
    if (message.sequence > expectedSequence) throw new NotStored(409, `Sequence ${expectedSequence} is expected.`, { expectedSequence });
    if (message.previous !== (last?.hash ?? '')) throw new NotStored(409, 'The message before is another one here.');
    if (last && message.sentAt < last.message.sentAt) throw new NotStored(422, 'The message was sent before the message before.');
  }

  #contents({ type, body }) {
    const isValid = validator(type);
    if (!isValid || !Object.hasOwn(BODIES, type)) return refusal(1, `The type ${type} is unknown here.`, 'Agree on the types.');
    if (!isValid(body)) return refusal(2, `The body is not of its schema: ${ajv.errorsText(isValid.errors)}.`, 'Mend the body.');
    const broken = brokenRule(type, body);
    if (broken) return refusal(5, `${broken}.`, 'Mend the body.');
    return BODIES[type](this, body);
  }

  /** Something that contradicts this side's records: nothing changes, it is kept, and the receipt tells it. */
  fault(id, what) {
    this.faults.push({ id, what });
    return refusal(3, `Transfer ${id}: ${what}.`, 'Reconcile the two registries.');
  }

  // Acting: sections 7 and 8, the acquiring side.

  accept(id, acquiringAccount) {
    return this.#decide(id, 'accepted', ['transfer-acceptance', { transfers: [{ id, acquiringAccount, on: null }] }]);
  }

  refuse(id, why) {
    return this.#decide(id, 'refused', ['transfer-refusal', { transfers: [{ id, refusal: why }] }]);
  }

  #decide(id, state, answer) {
    const transfer = this.transfers.get(id);
    if (transfer?.state !== 'proposed') throw new Error(`transfer ${id} is ${transfer?.state ?? 'unknown'}`);
    Object.assign(transfer, { state, answer });
    this.later(...answer);
    return this.answers;
  }

  // Sending: sections 2 to 6.

  /** The next message of this side, signed; changes make a wrong one for a test. It is not in the outbox yet. */
  compose(type, body, changes = {}) {
    const last = this.outbox.at(-1);
    const now = instant();
    const message = {
      protocol: '1.0', id: uuid7(randomBytes), from: this.own, to: this.other, registry: this.registry, sequence: (last?.message.sequence ?? 0) + 1,
      previous: last?.hash ?? '', sentAt: last && last.message.sentAt > now ? last.message.sentAt : now, type, body, ...changes,
    };
    const bytes = signDocument(message, TYPES.message, this.key);
    return { message, bytes, hash: verifyDocument(bytes, TYPES.message, new Map([[this.key.kid, this.key.jwk]])).hash };
  }

  /** Posts bytes as they are. */
  async post(bytes, contentType = 'application/jose+json') {
    const response = await fetch(`${this.url}/partner/v1/registries/${this.registry}/messages`, {
      method: 'POST', headers: { 'content-type': contentType }, body: bytes, signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, type: response.headers.get('content-type'), body: Buffer.from(await response.arrayBuffer()) };
  }

  /** Sends the next message and keeps it with its receipt, which must be genuine and for exactly this message. */
  async send(type, body) {
    const isValid = validator(type);
    if (isValid && !isValid(body)) throw new Error(`${type}: ${ajv.errorsText(isValid.errors)}`);
    return this.deliver(this.compose(type, body));
  }

  async deliver(entry) {
    const { status, body } = await this.post(entry.bytes);
    if (status !== 200) throw new Error(`${entry.message.type} was not stored: ${status} ${body}`);
    entry.receiptBytes = body;
    entry.receipt = this.verifyReceipt(body, entry);
    this.outbox.push(entry);
    return entry;
  }

  verifyReceipt(bytes, { message, hash }) {
    const { payload: receipt } = verifyDocument(bytes, TYPES.receipt, this.pinned);
    // The key must have been valid when the receipt was given; where that is ahead of the clock here, now.
    verifyDocument(bytes, TYPES.receipt, this.pinned, Math.min(Date.parse(receipt.receivedAt), this.now()));
    if (!validator('receipt')(receipt)) throw new Error(`the receipt is not of its schema: ${ajv.errorsText(validator('receipt').errors)}`);
    const expected = {
      protocol: '1.0', messageId: message.id, messageHash: hash, from: this.other, to: this.own, registry: this.registry, sequence: message.sequence,
    };
    for (const [name, value] of Object.entries(expected)) if (receipt[name] !== value) throw new Error(`the receipt says ${name} ${receipt[name]} instead of ${value}`);
    return receipt;
  }
}

/** The rules of sections 4 and 9 that no schema says; the first one that a body breaks. */
function brokenRule(type, body) {
  if (type === 'test') return body.text.length > TEXT_MAX ? `The text has more than ${TEXT_MAX} characters` : null;
  if (type === 'decision-notice') return brokenDecision(body.decision) ?? brokenValue(body);
  if (type === 'leg-notice' && body.blocks.length > UNITS_OF_LEG_MAX) return `There are ${body.blocks.length} runs of units, more than ${UNITS_OF_LEG_MAX}`;
  if ('transfers' in body && (body.transfers.length < 1 || body.transfers.length > TRANSFERS_MAX)) return `There are ${body.transfers.length} transfers, not 1 to ${TRANSFERS_MAX}`;
  return brokenValue(body);
}

/** Section 9, clauses 5 to 8. */
function brokenDecision({ lines, sourceNote }) {
  const sides = lines.flatMap(line => line.sides);
  const postings = sides.flatMap(side => side.postings);
  if (lines.length > LINES_MAX) return `There are more than ${LINES_MAX} lines`;
  if (postings.length > POSTINGS_OF_DECISION_MAX || sides.some(side => side.postings.length > POSTINGS_MAX)) return 'There are too many postings';
  if (sourceNote.length > NOTE_MAX || postings.some(posting => posting.holder.length > HOLDER_MAX)) return 'A text is too long';
  return null;
}

function brokenValue(value) {
  if (typeof value === 'string') {
    if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) && !isDay(value)) return `${value} is not in the calendar`;
    const [, party, number] = /^([A-Z]{3})-([1-9][0-9]{0,11})-[0-9]{2}$/.exec(value) ?? [];
    return party && account(party, number) !== value ? `${value} has wrong check digits` : null;
  }
  if (value === null || typeof value !== 'object') return null;
  if ('first' in value && 'final' in value && value.final < value.first) return 'A serial range ends before it begins';
  for (const inner of Object.values(value)) {
    const broken = brokenValue(inner);
    if (broken) return broken;
  }
  return null;
}

const isDay = text => !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const noted = () => undefined;

/** What this side does with each body: nothing, or the refusal its receipt tells. */
const BODIES = {
  'decision-notice': noted,
  'leg-notice': noted,
  'authorization-notice': noted,
  'revocation-notice': noted,
  'disposal-notice': noted,
  'test': noted,
  'transfer-approval': offered,
  'transfer-proposal': offered,
  'transfer-completion': completed,
  'transfer-cancellation': cancelled,
  // This side never offers, so an answer to an offer contradicts its records.
  'transfer-acceptance': (partner, body) => every(body, transfer => partner.fault(transfer.id, 'this side did not offer it')),
  'transfer-refusal': (partner, body) => every(body, transfer => partner.fault(transfer.id, 'this side did not offer it')),
};

/** Each transfer of a message has its own outcome; the receipt tells the first objection. */
function every(body, act) {
  return body.transfers.map(act).find(objection => objection !== undefined);
}

function offered(partner, body) {
  return every(body, offer => {
    const known = partner.transfers.get(offer.id);
    if (known) return again(partner, known, offer);
    partner.transfers.set(offer.id, { offer, state: 'proposed', answer: null, completion: null });
    // An offer that breaks a rule is recorded and answered by a message; its receipt says recorded.
    const isForThisSide = offer.acquiringParty === partner.own && offer.transferringParty === partner.other;
    if (!isForThisSide) partner.refuse(offer.id, refusal(4, `Transfer ${offer.id} is not between sender and receiver.`, 'Offer it to its acquirer.'));
    return undefined;
  });
}

function again(partner, known, offer) {
  if (canonical(known.offer) !== canonical(offer)) return partner.fault(offer.id, 'it was offered with other content before');
  if (['accepted', 'refused'].includes(known.state)) partner.later(...known.answer);
  return undefined;
}

function completed(partner, body) {
  return every(body, completion => {
    const transfer = partner.transfers.get(completion.id);
    if (transfer?.state === 'completed' && canonical(transfer.completion) === canonical(completion)) return undefined;
    if (transfer?.state !== 'accepted') return partner.fault(completion.id, `completed while ${transfer?.state ?? 'unknown'}`);
    const difference = differs(transfer.offer, completion);
    if (difference) return partner.fault(completion.id, difference);
    Object.assign(transfer, { state: 'completed', completion });
    return undefined;
  });
}

function cancelled(partner, body) {
  return every(body, ({ id }) => {
    const transfer = partner.transfers.get(id);
    if (!transfer || transfer.state === 'completed') return partner.fault(id, `cancelled while ${transfer?.state ?? 'unknown'}`);
    if (transfer.state !== 'refused') transfer.state = 'cancelled';
    return undefined;
  });
}

/** How a completion differs from its offer in anything but what a first transfer adds. */
function differs(offer, completion) {
  if (completion.units.length !== offer.units.length) return 'it has other runs of units';
  if (completion.on < offer.offeredOn) return 'it is effective before the offer';
  for (const [i, run] of completion.units.entries()) {
    const before = offer.units[i];
    if (!run.itmo || !run.firstTransfer) return 'units have no ITMO identity';
    const isFresh = before.firstTransfer === null;
    const expected = isFresh ? { ...before, authorization: offer.authorization, itmo: run.itmo, firstTransfer: run.firstTransfer } : before;
    if (canonical(run) !== canonical(expected)) return 'units have other particulars';
    if (!isFresh) continue;
    if (!run.itmo.originatingRegistry.startsWith(offer.transferringParty)) return 'they became ITMOs in a registry of another Party';
    if (run.firstTransfer.trigger !== 'internationalTransfer') return 'another event is said to be their first transfer';
    if (run.itmo.firstTransferringParty !== offer.transferringParty) return 'another Party is said to have first transferred them';
    if (run.firstTransfer.on !== completion.on || run.firstTransfer.authorization !== offer.authorization) return 'the first transfer is not the one of this completion';
  }
  return null;
}

function reply(response, status, contentType, body) {
  response.writeHead(status, { 'content-type': contentType });
  response.end(body);
}

async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > BYTES_MAX) throw new NotStored(413, 'The message is larger than 4 MiB.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
