// Compares the node's strict reader with an independent validator of the published schemas.
// usage: node schema-parity.mjs CORPUS.jsonl   (the corpus is written by the message tests; eng/partner-check does both)
import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';

const SHOWN_MAX = 30;
const schemas = new URL('../../schemas/', import.meta.url);

// Strict: a keyword that the validator does not know, or that does nothing, is an error of the schema.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
const validators = new Map();
for (const file of readdirSync(schemas).filter(name => name.endsWith('.schema.json'))) {
  validators.set(file.slice(0, -'.schema.json'.length), ajv.compile(JSON.parse(readFileSync(new URL(file, schemas), 'utf8'))));
}

const corpus = process.argv[2];
if (!corpus) {
  console.error('usage: node schema-parity.mjs CORPUS.jsonl');
  process.exit(2);
}

let cases = 0;
let bothAccept = 0;
let bothRefuse = 0;
const unchanged = new Set();
const readerOnly = new Map();
const disagreements = [];
for await (const line of createInterface({ input: createReadStream(corpus) })) {
  const { schema, change, fault, readerOnly: check, value } = JSON.parse(line);
  const validate = validators.get(schema);
  if (!validate) throw new Error(`There is no schema ${schema}.`);
  cases++;
  const isValid = validate(value);
  if (isValid && fault === null) bothAccept++;
  else if (!isValid && fault !== null) bothRefuse++;
  else if (isValid && check !== null) readerOnly.set(check, (readerOnly.get(check) ?? 0) + 1);
  else disagreements.push({ schema, change, reader: fault ?? 'accepts', schemaSays: isValid ? 'accepts' : ajv.errorsText(validate.errors) });
  if (change === 'unchanged' && isValid && fault === null) unchanged.add(schema);
}

console.log(`${cases} contents of ${unchanged.size} kinds: ${bothAccept} accepted by both, ${bothRefuse} refused by both.`);
console.log('Refused by the reader alone, because no schema can say it:');
for (const [check, count] of [...readerOnly].sort()) console.log(`  ${String(count).padStart(6)}  ${check}`);
for (const one of disagreements.slice(0, SHOWN_MAX)) console.log(`DISAGREE ${one.schema} | ${one.change} | reader: ${one.reader} | schema: ${one.schemaSays}`);
console.log(`${disagreements.length} disagreements.`);

// An empty or one-sided corpus would agree about everything.
const isTelling = unchanged.size >= 12 && bothAccept >= 1_000 && bothRefuse >= 10_000;
if (!isTelling) console.log('The corpus is too small to say anything.');
process.exit(disagreements.length === 0 && isTelling ? 0 : 1);
