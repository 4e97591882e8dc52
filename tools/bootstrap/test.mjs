import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './ensure-chromium.mjs';
import { checkout } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { removeStaleOutput } from './remove-stale-output.mjs';

/**
 * `npm test`: prepares the checkout, then checks everything and ends with one plain summary. `npm test -- posting` runs the
 * tests whose path contains "posting" and nothing else; `npm test -- --only lint` runs one check.
 */
const bin = (name) => `${checkout}/node_modules/.bin/${name}`;
const { only, patterns } = readArguments(process.argv.slice(2));
const { node, env } = await prepare({ ownNats: true });
removeStaleOutput();
const chromium = await ensureChromium();

const checks = [
  {
    name: 'lint',
    what: 'format and lint',
    command: bin('biome'),
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'boundaries', what: 'boundaries', command: 'npm', args: ['run', '--silent', 'boundaries'] },
  { name: 'deadcode', what: 'dead code', command: bin('knip'), args: ['--no-progress'] },
  {
    name: 'docs',
    what: 'generated documents are fresh',
    command: node,
    args: ['tools/dist/docs/main.js', '--check'],
  },
];
const wanted = patterns.length > 0 ? [] : checks.filter(({ name }) => !only || only === name);

const startedAt = Date.now();
const failed = [];
for (const check of wanted) {
  const { code, output, seconds } = await run(check.command, check.args, { capture: true });
  console.log(`  ${code === 0 ? '✓' : '✗'} ${check.what} (${seconds} s)`);
  if (code === 0) continue;
  failed.push(check.what);
  console.log(indent(output));
}
const tests = only && only !== 'jest' ? undefined : await runJest();
summarise(tests);

function readArguments(given) {
  const at = given.indexOf('--only');
  const name = at >= 0 ? given[at + 1] : undefined;
  const names = ['lint', 'boundaries', 'deadcode', 'docs', 'jest'];
  if (at >= 0 && !names.includes(name)) {
    console.error(`npm test -- --only takes one of: ${names.join(', ')}`);
    process.exit(2);
  }
  return { only: name, patterns: at >= 0 ? given.toSpliced(at, 2) : given };
}

async function runJest() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-jest-'));
  const results = join(folder, 'results.json');
  const args = [
    `${checkout}/node_modules/jest/bin/jest.js`,
    '--json',
    `--outputFile=${results}`,
    '--maxWorkers=2',
    ...patterns,
  ];
  const nodeOptions = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const settings = { NODE_OPTIONS: nodeOptions, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const { code } = await run(node, args, { capture: false, env: settings });
  try {
    const told = JSON.parse(readFileSync(results, 'utf8'));
    return {
      code,
      passed: told.numPassedTests,
      failed: told.numFailedTests,
      skipped: told.numPendingTests + told.numTodoTests,
      broken: told.numRuntimeErrorTestSuites,
    };
  } catch {
    return { code: code || 1, passed: 0, failed: 0, skipped: 0, broken: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarise(tests) {
  if (tests && tests.code !== 0)
    failed.push(tests.broken > 0 ? `tests (${tests.broken} files could not run)` : 'tests');
  const took = `${Math.round((Date.now() - startedAt) / 1000)} s`;
  console.log(
    failed.length === 0
      ? `\nEverything holds, checked in ${took}.`
      : `\nNot everything holds: ${failed.join(', ')} (${took}).`,
  );
  if (tests) console.log(`${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
  process.exit(failed.length === 0 ? 0 : 1);
}

/** jest writes its results as JSON to standard output as well, which nobody wants to read; what people read is on stderr. */
function run(command, args, { capture, env: own = {} }) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'];
    const child = spawn(command, args, { cwd: checkout, env: { ...env, ...own }, stdio });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (code) =>
      resolve({ code: code ?? 1, output, seconds: ((Date.now() - begun) / 1000).toFixed(1) });
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', end);
  });
}

function indent(text) {
  const lines = text.trimEnd().split('\n');
  return lines
    .slice(0, 120)
    .map((line) => `      ${line}`)
    .join('\n');
}
