// Validates the description of the partner API with an independent validator, and follows its references into schemas/.
// usage: node openapi.mjs
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const file = new URL('../../contracts/partner-api.openapi.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8'));
const references = [];
(function collect(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.$ref === 'string' && !value.$ref.startsWith('#')) references.push(value.$ref);
  Object.values(value).forEach(collect);
})(description);
const missing = references.filter(reference => JSON.parse(readFileSync(new URL(reference, file), 'utf8')).$id !== reference.split('/').at(-1));

// The validator reads one document; what lies in other files was looked at above.
const alone = JSON.parse(JSON.stringify(description, (name, value) => (name === '$ref' && !value.startsWith('#') ? '#/components/schemas/Problem' : value)));
const { valid, errors } = await new Validator().validate(alone);
console.log(`OpenAPI ${description.openapi}: ${valid ? 'valid' : JSON.stringify(errors, null, 2)}; ${references.length} references into schemas/, ${missing.length} wrong.`);
process.exitCode = valid && missing.length === 0 && references.length > 0 ? 0 : 1;
