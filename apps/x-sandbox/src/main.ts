import { fstatSync } from 'node:fs';
import { startXSandbox } from './start.js';

const sandbox = await startXSandbox({
  port: Number(process.env['PORT'] ?? '0'),
  host: process.env['HOST'] ?? '127.0.0.1',
  engagementGrows: true,
});
const fact = { level: 'info', msg: 'listening', service: 'x-sandbox', port: sandbox.port };
process.stdout.write(`${JSON.stringify(fact)}\n`);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  process.stdin.destroy();
  void sandbox.close();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

/** Whoever started us with a pipe and is gone, killed perhaps, no longer needs us. */
const stdin = fstatSync(0);
if (stdin.isFIFO() || stdin.isSocket()) process.stdin.on('end', stop).on('error', stop).resume();
