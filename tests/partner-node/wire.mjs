// The wire form of contracts/protocol.md: canonical JSON, hashes, keys, signed documents.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

const DEPTH_MAX = 32;

export const base64url = bytes => Buffer.from(bytes).toString('base64url');

/** What was sent has not the form of the protocol, or is not signed as it must be: 400 and 403 in section 5. */
export class Malformed extends Error {}
export class NotGenuine extends Error {}

/** Decodes base64url without padding; anything else is refused, because two texts must not mean the same bytes. */
export function fromBase64url(text) {
  if (typeof text !== 'string' || !/^[0-9A-Za-z_-]*$/.test(text)) throw new Malformed('not base64url without padding');
  const bytes = Buffer.from(text, 'base64url');
  if (base64url(bytes) !== text) throw new Malformed('base64url with stray bits');
  return bytes;
}

/** RFC 8785: JavaScript's own numbers and strings are the canonical ones; only the members need an order. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  return JSON.stringify(value);
}

export const hash = bytes => base64url(createHash('sha256').update(bytes).digest());

/** RFC 7638 thumbprint of a JSON Web Key. */
export function thumbprint(jwk) {
  const names = { OKP: ['crv', 'kty', 'x'], EC: ['crv', 'kty', 'x', 'y'] }[jwk.kty];
  return hash(Buffer.from(canonical(Object.fromEntries(names.map(name => [name, jwk[name]])))));
}

const algorithmOf = jwk => ({ Ed25519: 'Ed25519', 'P-256': 'ES256' })[jwk.crv];

/** A fresh key to sign with. */
export function newKey(algorithm) {
  const { privateKey, publicKey } = algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  return { privateKey, jwk, kid: thumbprint(jwk), algorithm: algorithmOf(jwk) };
}

/** Keys of a JSON Web Key Set by their kid. */
export const pin = keySet => new Map(keySet.keys.map(jwk => [thumbprint(jwk), jwk]));

/** Signs canonical JSON as a JWS in general JSON serialization. */
export function signDocument(payload, typ, key) {
  const encoded = base64url(Buffer.from(canonical(payload)));
  const header = base64url(Buffer.from(JSON.stringify({ alg: key.algorithm, kid: key.kid, typ })));
  const input = Buffer.from(`${header}.${encoded}`);
  const signature = key.algorithm === 'Ed25519' ? sign(null, input, key.privateKey) : sign('sha256', input, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return Buffer.from(JSON.stringify({ payload: encoded, signatures: [{ protected: header, signature: base64url(signature) }] }));
}

/** Verifies a document with pinned keys; gives its payload, read and as bytes. Throws where it is not genuine. */
export function verifyDocument(bytes, typ, pinned, at = undefined) {
  const document = parse(bytes);
  onlyMembers(document, ['payload', 'signatures']);
  if (!Array.isArray(document.signatures) || document.signatures.length > 4) throw new Malformed('not 1 to 4 signatures');
  if (document.signatures.length === 0) throw new NotGenuine('no signature');
  const payloadBytes = fromBase64url(document.payload);
  // Every header is looked at before any signature is believed.
  const headers = document.signatures.map(signature => headerOf(signature, typ));
  const genuine = document.signatures.filter((signature, i) => isGenuine(signature, headers[i], document.payload, pinned, at));
  if (genuine.length === 0) throw new NotGenuine('no signature by a pinned key that is valid');
  const payload = parse(payloadBytes);
  if (depth(payload) > DEPTH_MAX) throw new Malformed('the payload is too deep');
  // Also finds duplicate members and text that is not UTF-8.
  if (!Buffer.from(canonical(payload)).equals(payloadBytes)) throw new Malformed('the payload is not canonical');
  return { payload, payloadBytes, hash: hash(payloadBytes) };
}

function headerOf(signature, typ) {
  onlyMembers(signature, ['protected', 'signature']);
  fromBase64url(signature.signature);
  const header = parse(fromBase64url(signature.protected));
  onlyMembers(header, ['alg', 'kid', 'typ']);
  if (header.alg === 'none') throw new NotGenuine('alg is none');
  if (!['Ed25519', 'EdDSA', 'ES256', 'ML-DSA-65'].includes(header.alg)) throw new Malformed(`alg ${header.alg} is unknown`);
  if (header.typ !== typ) throw new Malformed(`typ is ${header.typ}, not ${typ}`);
  return header;
}

function isGenuine(signature, header, payload, pinned, at) {
  const jwk = pinned.get(header.kid);
  if (!jwk) return false;
  const algorithm = algorithmOf(jwk);
  if (header.alg !== algorithm && !(header.alg === 'EdDSA' && algorithm === 'Ed25519')) throw new Malformed(`alg ${header.alg} is not the key's`);
  const input = Buffer.from(`${signature.protected}.${payload}`);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const value = fromBase64url(signature.signature);
  const isRight = algorithm === 'Ed25519' ? verify(null, input, key, value) : verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, value);
  if (!isRight) throw new NotGenuine('a signature of a pinned key is wrong');
  return at === undefined || isValidAt(jwk, at);
}

function onlyMembers(value, names) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Malformed('not an object');
  if (canonical(Object.keys(value).sort()) !== canonical([...names].sort())) throw new Malformed(`the members are not exactly ${names.join(', ')}`);
}

function isValidAt({ validFrom, validTo }, at) {
  return (!validFrom || Date.parse(validFrom) <= at) && (!validTo || at < Date.parse(validTo));
}

function parse(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Malformed(error.message);
  }
}

function depth(value) {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

/** A UUID of version 7. */
export function uuid7(random, now = Date.now()) {
  const bytes = Buffer.from(random(16));
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An account with its check digits: ISO 7064 MOD 97-10 over Party and number, a letter counting 10 to 35. */
export function account(party, number) {
  const digits = [...`${party}${number}`].map(c => parseInt(c, 36)).join('') + '00';
  return `${party}-${number}-${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}`;
}
