import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { checkout, logFolder } from './paths.mjs';

/** A step of the bootstrap that failed; its message is all a person needs. */
export class StepFailed extends Error {}

const live = process.stdout.isTTY && !process.env.CI;
const tailLines = 40;

/**
 * Runs a command with one line of progress that counts the seconds. Its output goes to a log; where it fails, the end of
 * that log is part of the error.
 */
export async function runStep(title, command, args, { env = {}, log }) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(live ? 0 : 1);
  const file = `${logFolder()}/${log}.log`;
  if (!live) console.log(`  … ${title}`);
  const ticker = live ? setInterval(() => rewrite(`  … ${title} ${seconds()} s`), 500) : undefined;
  try {
    const code = await runToLog(command, args, { ...process.env, ...quiet, ...env }, file);
    if (code !== 0) throw new StepFailed(`${title} failed. The end of ${file}:\n\n${tailOf(file)}`);
    finish(`  ✓ ${title} ${seconds()} s`);
  } finally {
    clearInterval(ticker);
  }
}

/** Nothing that runs here tells anybody about it. */
const quiet = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
};

function runToLog(command, args, env, file) {
  return new Promise((resolve) => {
    const log = createWriteStream(file);
    const child = spawn(command, args, { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('error', (error) => {
      log.end(`${error.message}\n`, () => resolve(127));
    });
    child.once('close', (code) => log.end(() => resolve(code ?? 1)));
  });
}

function rewrite(line) {
  process.stdout.write(`\r\x1b[2K${line}`);
}

function finish(line) {
  if (live) process.stdout.write(`\r\x1b[2K${line}\n`);
  else console.log(line);
}

function tailOf(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n');
}
