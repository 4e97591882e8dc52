import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const document = new URL('../../../docs/audit.md', import.meta.url);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-document-'));
  const [, program] = /```js\n(.*?)```/s.exec(readFileSync(document, 'utf8')) ?? [];
  writeFileSync(join(folder, 'prove.mjs'), program ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function prove(...lines: readonly string[]) {
  writeFileSync(join(folder, 'audit.jsonl'), lines.join('\n'));
  const { status, stdout } = spawnSync(process.execPath, ['prove.mjs', 'audit.jsonl'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout.trim() };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const lines: string[] = [];
for (let number = 1; number <= 4; number += 1) {
  const last = lines.at(-1);
  const previous = last === undefined ? '0'.repeat(64) : sha256(last);
  lines.push(JSON.stringify({ number, previous, action: 'rota.defined' }));
}
const [one = '', two = '', three = '', four = ''] = lines;
const digest = JSON.stringify({ day: '2026-11-28', number: 4, hash: sha256(four) });

describe('C3: the program printed in docs/audit.md', () => {
  it('proves a chain without a line of our code', () => {
    const said = `4 lines hold; the last one's hash is ${sha256(four)}`;
    expect(prove(one, two, three, four, digest)).toEqual({ status: 0, said });
  });

  it.each([
    ['a line changed', [one, two.replace('rota', 'post'), three, four, digest], 3],
    ['the last line changed', [one, two, three, four.replace('rota', 'post'), digest], 4],
    ['a line taken out', [one, three, four, digest], 2],
    ['two lines swapped', [one, three, two, four, digest], 2],
    ['a line put in', [one, two, two, three, four, digest], 3],
    ['the end cut off', [one, two, digest], 4],
  ])('finds %s', (_, found, number) => {
    expect(prove(...found)).toEqual({ status: 1, said: expect.stringContaining(`line ${number}:`) });
  });
});
