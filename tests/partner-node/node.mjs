// Starts this product's node in a process of its own, with a fresh key, and speaks to its operator interface.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const READY_WITHIN_MS = 120_000;
const run = promisify(execFile);

export class ThaiNode {
  constructor(program, folder, registry) {
    Object.assign(this, { program, folder, registry });
  }

  /** Makes the node's key and gives its public part. */
  async makeKey(algorithm) {
    const [secret, open] = [join(this.folder, 'private-key.json'), join(this.folder, 'THA.jwks.json')];
    await run('dotnet', [this.program, 'keys', 'new', secret, '--algorithm', algorithm]);
    await run('dotnet', [this.program, 'keys', 'export', secret, '--party', 'THA', '--out', open]);
    return JSON.parse(readFileSync(open, 'utf8'));
  }

  async start(partnerUrl, partnerKeySet) {
    writeFileSync(join(this.folder, 'JPN.jwks.json'), JSON.stringify(partnerKeySet));
    const configuration = join(this.folder, 'node.json');
    writeFileSync(configuration, JSON.stringify({
      party: 'THA',
      urls: ['http://127.0.0.1:0'],
      dataDirectory: 'data',
      signingKeyFile: 'private-key.json',
      registries: [{
        partner: 'JPN',
        partnerUrl,
        partnerKeyFiles: ['JPN.jwks.json'],
        ownRegistry: 'THA01',
        partnerRegistry: 'JPN01',
        issuePatterns: [{ from: '2013-01-01', pattern: 'mirror-at-issuance' }, { from: '2025-01-01', pattern: 'partner-issues-then-transfers' }],
        ndcPeriod: { firstYear: 2021, finalYear: 2030 },
      }],
    }));
    this.process = spawn('dotnet', [this.program, 'serve', '--config', configuration, '--until-input-ends', '--json'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.log = '';
    this.process.stderr.on('data', text => { this.log += text; });
    this.ended = new Promise(done => this.process.once('exit', done));
    this.url = await this.#ready();
    this.token = readFileSync(join(this.folder, 'data', 'administrator.token'), 'utf8').trim();
  }

  async #ready() {
    const lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    const timer = setTimeout(() => this.process.kill(), READY_WITHIN_MS);
    const { value } = await lines.next();
    clearTimeout(timer);
    if (!value) throw new Error(`the node did not start:\n${this.log}`);
    return JSON.parse(value).url.replace(/\/$/, '');
  }

  /** Gives the ledger a command that must be accepted. */
  async do(command) {
    const response = await this.#ask('POST', 'commands', JSON.stringify(command));
    if (response.status !== 200) throw new Error(`${command.command}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async read(path) {
    const response = await this.#ask('GET', path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  #ask(method, path, body) {
    return fetch(`${this.url}/operator/v1/registries/${this.registry}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body,
      signal: AbortSignal.timeout(60_000),
    });
  }

  /** The node stops when its input ends, also when this program dies. */
  async stop() {
    if (!this.process) return;
    this.process.stdin.end();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 30_000);
    await this.ended;
    clearTimeout(timer);
  }
}
