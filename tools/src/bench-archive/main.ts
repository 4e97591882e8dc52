import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CharityId, listArchive, type MemberId, registerCharity } from '@baton/contracts';
import { startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import { fillArchive } from './fill-archive.js';
import { measurePages, tableOfPages } from './measure-pages.js';

/** `npm run bench:archive`: says how long pages of a full archive take, HTTP and all, and exits with 1 where one takes too long. */
const size = { takeovers: 500, postsEach: 31 };
const looks = 100;
const mostMs = 100;

const dataDir = await mkdtemp(join(tmpdir(), 'baton-bench-archive-'));
await chmod(dataDir, 0o755);
const say = (what: string) => console.error(`  … ${what}`);
const system = await startStack({
  dataDir,
  analystFeed: 'bench',
  env: { ...quickClocks, ANYONE_PER_MINUTE: '100000' },
});
try {
  const operator = new Person(system.gatewayOrigin, system.operatorToken);
  for (const slug of ['other', 'full']) {
    const charityId = fresh<CharityId>();
    const owner = { memberId: fresh<MemberId>(), email: `owner@${slug}.example` };
    await operator.does(registerCharity, { charityId, name: slug, slug, zone: 'Europe/London', owner });
    say(`${size.takeovers} takeovers with ${size.postsEach} posts each for “${slug}”`);
    await fillArchive(system.adminDatabaseUrl, charityId, size);
    await waitFor('the archive', 30_000, async () => {
      const { entries } = await operator.does(listArchive, { charityId });
      return entries.length > 0 ? true : undefined;
    });
  }
  say(
    `${looks} looks at each page; what else this machine does counts too: ${loadavg()[0]?.toFixed(1)} processes wait`,
  );
  const measured = await measurePages(system.gatewayOrigin, '/c/full/archive', looks);
  console.log(tableOfPages(measured));
  if (measured.some(({ p95Ms }) => p95Ms > mostMs)) process.exitCode = 1;
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true, force: true });
}
