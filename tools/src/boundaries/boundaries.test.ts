import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout, cruise, type Violation } from './cruise.js';
import { plantCheckout } from './plant-checkout.js';

interface Fixture {
  readonly rule: string;
  readonly promise: string;
  readonly files: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
}

const packages = [
  'apps/scheduling',
  'apps/feedback',
  'apps/posting-gateway',
  'apps/x-sandbox',
  'packages/contracts',
  'packages/mail',
  'packages/testing',
  'tools',
];

/** Every file that breaks a rule breaks exactly that one, so that no rule hides behind another. */
const forbidden: readonly Fixture[] = [
  {
    rule: 'apps-stand-alone',
    promise: 'an app importing another app',
    files: { 'apps/scheduling/src/asks-feedback.ts': `import '@baton/feedback';` },
    from: 'apps/scheduling/src/asks-feedback.ts',
    to: 'apps/feedback/dist/index.js',
  },
  {
    rule: 'apps-stand-alone',
    promise: "an app borrowing only another app's types",
    files: { 'apps/scheduling/src/borrows.ts': `import type { Survey } from '@baton/feedback';` },
    from: 'apps/scheduling/src/borrows.ts',
    to: 'apps/feedback/dist/index.js',
  },
  {
    rule: 'apps-stand-alone',
    promise: 'an app importing the sandbox outside its tests',
    files: { 'apps/posting-gateway/src/cheats.ts': `import '@baton/x-sandbox';` },
    from: 'apps/posting-gateway/src/cheats.ts',
    to: 'apps/x-sandbox/dist/index.js',
  },
  {
    rule: 'app-tests-know-only-the-sandbox',
    promise: "an app's test starting another app",
    files: { 'apps/scheduling/src/with-feedback.test.ts': `import '@baton/feedback';` },
    from: 'apps/scheduling/src/with-feedback.test.ts',
    to: 'apps/feedback/dist/index.js',
  },
  {
    rule: 'packages-know-no-app',
    promise: 'a package importing an app',
    files: { 'packages/mail/src/asks-scheduling.ts': `export * from '@baton/scheduling';` },
    from: 'packages/mail/src/asks-scheduling.ts',
    to: 'apps/scheduling/dist/index.js',
  },
  {
    rule: 'packages-know-no-app',
    promise: 'a package importing tools',
    files: { 'packages/mail/src/asks-tools.ts': `await import('@baton/tools');` },
    from: 'packages/mail/src/asks-tools.ts',
    to: 'tools/dist/index.js',
  },
  {
    rule: 'apps-know-no-tool',
    promise: 'an app importing tools',
    files: { 'apps/scheduling/src/asks-tools.ts': `import '@baton/tools';` },
    from: 'apps/scheduling/src/asks-tools.ts',
    to: 'tools/dist/index.js',
  },
  {
    rule: 'contracts-stand-first',
    promise: 'contracts importing anything of ours',
    files: { 'packages/contracts/src/asks-mail.ts': `import '@baton/mail';` },
    from: 'packages/contracts/src/asks-mail.ts',
    to: 'packages/mail/dist/index.js',
  },
  {
    rule: 'only-public-entries',
    promise: "a package reaching into another's sources",
    files: {
      'packages/mail/src/reaches.ts': `import '../../contracts/src/ids.js';`,
      'packages/contracts/src/ids.ts': 'export {};',
    },
    from: 'packages/mail/src/reaches.ts',
    to: 'packages/contracts/src/ids.ts',
  },
  {
    rule: 'only-public-entries',
    promise: "tools reaching into an app's compiled files",
    files: {
      'tools/src/reaches.ts': `import '../../apps/feedback/dist/surveys.js';`,
      'apps/feedback/dist/surveys.js': 'export {};',
    },
    from: 'tools/src/reaches.ts',
    to: 'apps/feedback/dist/surveys.js',
  },
  {
    rule: 'only-one-door-to-x',
    promise: 'another service calling X itself',
    files: { 'apps/feedback/src/posts.ts': `import 'twitter-api-v2';` },
    from: 'apps/feedback/src/posts.ts',
    to: 'node_modules/twitter-api-v2/index.js',
  },
  {
    rule: 'production-knows-no-test',
    promise: 'production code importing @baton/testing',
    files: { 'apps/feedback/src/pretends.ts': `import '@baton/testing';` },
    from: 'apps/feedback/src/pretends.ts',
    to: 'packages/testing/dist/index.js',
  },
  {
    rule: 'production-knows-no-test',
    promise: 'production code importing a rehearsal',
    files: {
      'apps/feedback/src/acts.ts': `import './rehearsal/stage.js';`,
      'apps/feedback/src/rehearsal/stage.ts': 'export {};',
    },
    from: 'apps/feedback/src/acts.ts',
    to: 'apps/feedback/src/rehearsal/stage.ts',
  },
  {
    rule: 'no-cycles',
    promise: 'two files loading each other',
    files: {
      'packages/mail/src/egg.ts': `import './hen.js';`,
      'packages/mail/src/hen.ts': `import './egg.js';`,
    },
    from: 'packages/mail/src/egg.ts',
    to: 'packages/mail/src/hen.ts',
  },
  {
    rule: 'everything-resolves',
    promise: 'a way past what a package exports',
    files: { 'apps/feedback/src/digs.ts': `import '@baton/contracts/dist/ids.js';` },
    from: 'apps/feedback/src/digs.ts',
    to: '@baton/contracts/dist/ids.js',
  },
];

const allowed: Readonly<Record<string, string>> = {
  'apps/posting-gateway/src/asks-x.ts': `import 'twitter-api-v2'; import '@baton/contracts';`,
  'apps/posting-gateway/src/with-x.test.ts': `import '@baton/x-sandbox'; import '@baton/testing';`,
  'apps/posting-gateway/src/rehearsal/x.ts': `import '@baton/x-sandbox';`,
  'apps/x-sandbox/src/testing/clients.ts': `import 'twitter-api-v2';`,
  'packages/mail/src/tells.ts': `import '@baton/contracts';`,
  'packages/mail/src/question.ts': `import type { Answer } from './answer.js'; export interface Question {}`,
  'packages/mail/src/answer.ts': `import './question.js'; export interface Answer {}`,
  'tools/src/starts.ts': `import '@baton/feedback'; import '@baton/scheduling/migrations';`,
};

describe('the boundaries', () => {
  const planted = cruisePlanted();

  it.each(forbidden)('forbid $promise ($rule)', ({ rule, from, to }) => {
    expect(planted.filter((violation) => violation.from === from)).toEqual([{ rule, from, to }]);
  });

  it('allow an app its tests against the sandbox, the gateway X, tools the public entries, types a ring', () => {
    expect(planted.filter(({ from }) => from in allowed)).toEqual([]);
  });

  it('have a file that breaks each of their rules', () => {
    expect([...new Set(forbidden.map(({ rule }) => rule))].sort()).toEqual(namesOfRules().sort());
  });

  it('are kept by this checkout', () => {
    const { filesRead, violations } = cruise(checkout);
    expect(violations).toEqual([]);
    expect(filesRead).toBeGreaterThan(300);
  });
});

function cruisePlanted(): Violation[] {
  const library = {
    'node_modules/twitter-api-v2/package.json': JSON.stringify({ name: 'twitter-api-v2', main: 'index.js' }),
    'node_modules/twitter-api-v2/index.js': '',
  };
  const files = Object.assign({ ...library, ...allowed }, ...forbidden.map((fixture) => fixture.files));
  const planted = plantCheckout(packages, files);
  try {
    return cruise(planted.folder).violations;
  } finally {
    planted.remove();
  }
}

function namesOfRules(): string[] {
  const load = createRequire(import.meta.url);
  const config = load(join(checkout, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };
  return config.forbidden.map(({ name }) => name);
}
