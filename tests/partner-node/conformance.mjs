// Lets the conformance kit loose on the partner node: jcm conformance plays Thailand against this node as Japan.
// usage: node conformance.mjs [path of jcm.dll] [folder for the report]   Exit codes: 0 every case passed, 1 not.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Partner } from './partner.mjs';
import { newKey, pin } from './wire.mjs';

const REGISTRY = 'JPN-THA';
const run = promisify(execFile);
const program = process.argv[2] ?? fileURLToPath(new URL('../../artifacts/bin/JcmInterop.Cli/debug/jcm.dll', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jcm-conformance-'));
const report = process.argv[3] ?? join(folder, 'report');
const jcm = (...options) => run('dotnet', [program, ...options], { maxBuffer: 16 * 1024 * 1024 });

const secret = join(folder, 'THA.private-key.json');
const open = join(folder, 'THA.jwks.json');
const own = join(folder, 'JPN.jwks.json');
const key = newKey('ES256');
let japan;
try {
  await jcm('keys', 'new', secret);
  await jcm('keys', 'export', secret, '--party', 'THA', '--out', open);
  writeFileSync(own, JSON.stringify({ keys: [{ ...key.jwk, party: 'JPN', validFrom: new Date(Date.now() - 60_000).toISOString() }] }));
  japan = new Partner({ own: 'JPN', other: 'THA', registry: REGISTRY, key, pinned: pin(JSON.parse(readFileSync(open, 'utf8'))) });
  const url = await japan.listen();
  const { stdout } = await jcm('conformance', url, '--registry', REGISTRY, '--party', 'THA', '--key', secret, '--keys', own, '--out', report);
  console.log(stdout.trim().split('\n').at(-1));
  await jcm('verify', join(report, 'report.signed.json'), '--keys', open);
  console.log('The signed report is genuine.');
} catch (error) {
  console.log(`FAILED: ${error.stdout ?? ''}${error.stderr ?? error.stack}`);
  process.exitCode = 1;
} finally {
  await japan?.close();
  rmSync(folder, { recursive: true, force: true });
}
