import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { migrations } from '@baton/api-gateway/migrations';
import { type TestDatabase, testDatabase } from '@baton/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyAudit } from './verify-audit.js';

const main = fileURLToPath(new URL('./main.js', import.meta.url));

let database: TestDatabase;
let admin: pg.Client;
let folder: string;
beforeAll(async () => {
  database = await testDatabase('api-gateway', migrations);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('SET search_path = api_gateway, baton');
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
beforeEach(() => admin.query('TRUNCATE audit_chain, audit_line, audit_digest, charity CASCADE'));
afterAll(async () => {
  await admin.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function verify(
  args: readonly string[] = [],
  databaseUrl = database.url,
): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const note = (line: string) => said.push(line);
  const code = await verifyAudit({ args, databaseUrl, say: note, complain: note });
  return { code, said: said.join('\n') };
}

/** The same as a command of its own, as a person runs it. */
async function command(args: readonly string[], url = database.url): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, DATABASE_URL: url } });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: out + err };
}

const sha256 = (line: string): string => createHash('sha256').update(line).digest('hex');

/** Writes a chain as `docs/audit.md` describes it, without a line of the gateway's code. */
async function aChain(slug: string, length: number): Promise<{ charityId: string; lines: string[] }> {
  const charityId = randomUUID();
  await admin.query('INSERT INTO charity (charity_id, name, slug, zone) VALUES ($1, $2, $2, $3)', [
    charityId,
    slug,
    'UTC',
  ]);
  await admin.query('INSERT INTO audit_chain (charity_id) VALUES ($1)', [charityId]);
  const lines: string[] = [];
  for (let number = 1; number <= length; number += 1) {
    const line = JSON.stringify({
      charity: charityId,
      number,
      previous: number === 1 ? '0'.repeat(64) : sha256(lines.at(-1) ?? ''),
      id: randomUUID(),
      source: 'recruitment',
      at: '2026-11-28T10:00:00.000Z',
      actor: `manager ${randomUUID()}`,
      action: 'identity.revealed',
      about: randomUUID(),
      details: { tries: number },
    });
    lines.push(line);
    await admin.query('INSERT INTO audit_line (charity_id, number, line, hash) VALUES ($1, $2, $3, $4)', [
      charityId,
      number,
      line,
      sha256(line),
    ]);
  }
  return { charityId, lines };
}

describe('C3: npm run audit:verify', () => {
  it('proves every chain, with the gateway’s own role or the owner’s', async () => {
    const red = await aChain('red', 3);
    await aChain('blue', 2);
    for (const url of [database.url, database.adminUrl]) {
      const { code, said } = await verify([], url);
      expect(said).toContain(`red (${red.charityId}): 3 lines hold`);
      expect(said).toContain(`head 3:${sha256(red.lines[2] ?? '')}`);
      expect(said).toContain('2 of 2 chains hold');
      expect(code).toBe(0);
    }
  });

  it('names the charity and the first broken link, and goes on with the other chains', async () => {
    const red = await aChain('red', 4);
    await aChain('blue', 2);
    await admin.query('DELETE FROM audit_line WHERE charity_id = $1 AND number = 2', [red.charityId]);
    const { code, said } = await verify();
    expect(said).toContain(`✗ red (${red.charityId}): line 2 is missing`);
    expect(said).toContain('✓ blue');
    expect(said).toContain('1 of 2 chains hold');
    expect(code).toBe(1);
  });

  it('takes one charity by short name or id, and says when there is none', async () => {
    const red = await aChain('red', 1);
    await aChain('blue', 1);
    for (const charity of ['red', red.charityId]) {
      const { code, said } = await verify(['--charity', charity]);
      expect(said).toContain('✓ red');
      expect(said).not.toContain('blue');
      expect(code).toBe(0);
    }
    expect(await verify(['--charity', 'green'])).toEqual({ code: 2, said: expect.stringContaining('green') });
  });

  it('is a command whose exit code tells: 0 where all hold, 1 where one is broken, 2 where there is none', async () => {
    expect(await command([])).toEqual({ code: 2, said: expect.stringContaining('no chain') });
    await aChain('red', 2);
    expect(await command([])).toEqual({ code: 0, said: expect.stringContaining('1 of 1 chains hold') });
    await admin.query('DELETE FROM audit_line WHERE number = 1');
    expect(await command([])).toEqual({ code: 1, said: expect.stringContaining('line 1 is missing') });
  });

  it('does not call a database whole that has no chain at all', async () => {
    expect(await verify()).toEqual({ code: 2, said: expect.stringContaining('no chain') });
  });

  it('compares with a hash that was written down: an end cut off, or a whole chain gone, is missed', async () => {
    const red = await aChain('red', 3);
    const anchor = `3:${sha256(red.lines[2] ?? '')}`;
    expect(await verify(['--charity', 'red', '--anchor', anchor])).toMatchObject({ code: 0 });
    await admin.query('DELETE FROM audit_line WHERE number = 3');
    expect(await verify(['--charity', 'red'])).toMatchObject({ code: 0 });
    const cut = await verify(['--charity', 'red', '--anchor', anchor]);
    expect(cut).toEqual({ code: 1, said: expect.stringContaining('line 3 and what followed is missing') });
    await admin.query('TRUNCATE audit_chain, audit_line, audit_digest, charity CASCADE');
    const gone = await verify(['--charity', red.charityId, '--anchor', anchor]);
    expect(gone).toEqual({ code: 1, said: expect.stringContaining('line 1 and what followed is missing') });
  });

  it('proves an export without the database', async () => {
    const { charityId, lines } = await aChain('red', 3);
    const file = join(folder, 'audit.jsonl');
    const digest = { charity: charityId, day: '2026-11-28', number: 3, hash: sha256(lines[2] ?? '') };
    const write = (...content: string[]) => writeFileSync(file, `${content.join('\n')}\n`);
    write(...lines, JSON.stringify(digest));
    expect(await verify(['--file', file], 'postgres://nowhere')).toEqual({
      code: 0,
      said: expect.stringContaining(`${charityId}: 3 lines hold, one known hash agrees`),
    });
    write(
      lines[0] ?? '',
      (lines[1] ?? '').replace('"tries":2', '"tries":0'),
      lines[2] ?? '',
      JSON.stringify(digest),
    );
    expect(await verify(['--file', file])).toEqual({
      code: 1,
      said: expect.stringContaining('line 2 is not as it was written'),
    });
    write(...lines);
    expect(await verify(['--file', file])).toEqual({ code: 2, said: expect.stringContaining('no digest') });
  });
});
