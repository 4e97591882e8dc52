import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { testRun } from '../run/test-run.js';

export interface TestNats {
  readonly url: string;
  /** Ends the server as a power cut does. Its files stay. */
  kill(): Promise<void>;
  /** The same server again: same port, same files. */
  restart(): Promise<void>;
  /** Ends the server and deletes its files. */
  stop(): Promise<void>;
}

/**
 * `$0` is the server's folder, the rest its command. Runs it until a word comes or standard input closes, and deletes
 * the folder unless the word is "keep". The test's process holds the other end of the input, so nothing is left behind
 * however it ends. A shell, because it is there in a millisecond.
 */
const keeper = `
  command -v "$1" > /dev/null || exit 1
  "$@" & server=$!
  read -r word
  kill -9 "$server"; wait "$server" 2> /dev/null
  [ "$word" = keep ] || rm -rf "$0"`;

/** Starts a nats-server with JetStream on files, of its own for a test file. Ready in about ten milliseconds. */
export async function testNats(): Promise<TestNats> {
  const folder = await mkdtemp(join(testRun().folder, 'nats-'));
  let server: ChildProcess | undefined = runServer(folder, '-1');
  const url = await urlIn(folder, server);
  const end = async (word: 'keep' | ''): Promise<void> => {
    const ending = server;
    server = undefined;
    if (!ending) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.stdin?.end(`${word}\n`);
    await gone;
  };
  return {
    url,
    kill: () => end('keep'),
    async restart() {
      await end('keep');
      await forgetPorts(folder);
      server = runServer(folder, new URL(url).port);
      await urlIn(folder, server);
    },
    async stop() {
      await end('');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function runServer(folder: string, port: string): ChildProcess {
  const command = [
    'nats-server',
    '-js',
    '-sd',
    folder,
    '-a',
    '127.0.0.1',
    '-p',
    port,
    '--ports_file_dir',
    folder,
  ];
  return spawn('sh', ['-c', keeper, folder, ...command], {
    // A process group of its own: Ctrl-C ends the test run, and the end of the test run ends this.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

/** The server writes where it listens into a file of its folder, once it does. */
async function urlIn(folder: string, server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = (): void => {
    readUrl(folder).then((url) => url && resolve(url), reject);
  };
  const watching = watch(folder, look);
  server.once('exit', () => reject(new Error('nats-server ended at once: is it installed?')));
  look();
  return promise.finally(() => watching.close());
}

async function readUrl(folder: string): Promise<string | undefined> {
  const [file] = await portsFiles(folder);
  const text = file ? await readFile(file, 'utf8') : '';
  return /"nats":\s*\[\s*"([^"]+)"/.exec(text)?.[1];
}

async function forgetPorts(folder: string): Promise<void> {
  for (const file of await portsFiles(folder)) await rm(file);
}

const portsFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.ports')).map((name) => join(folder, name));
