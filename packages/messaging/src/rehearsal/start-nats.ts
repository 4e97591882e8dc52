import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StartedNats {
  url: string;
  stop(): Promise<void>;
}
export async function startNats(): Promise<StartedNats> {
  const dir = await mkdtemp(join(tmpdir(), 'baton-nats-'));
  const child = spawn(
    'nats-server',
    ['-js', '-sd', dir, '-a', '127.0.0.1', '-p', '-1', '--ports_file_dir', dir],
    { stdio: 'ignore' },
  );
  for (;;) {
    const file = (await readdir(dir)).find((name) => name.endsWith('.ports'));
    const text = file ? await readFile(join(dir, file), 'utf8') : '';
    if (text.endsWith('}')) {
      return {
        url: JSON.parse(text).nats[0],
        stop: async () => {
          child.kill('SIGKILL');
          await new Promise((r) => child.once('exit', r));
          await rm(dir, { recursive: true });
        },
      };
    }
    await new Promise((r) => setTimeout(r, 10));
  }
}
