/**
 * Who may import whom, checked by `npm run boundaries` on the TypeScript sources. TypeScript 7 has no API for
 * dependency-cruiser, so it reads them with swc, which sees imports of types as well (and cannot read `using`). A package's
 * own files resolve to `src`; what is imported by a package's name resolves to the `dist` file its package.json exports.
 * tools/src/boundaries shows every rule firing.
 */
const ours = '^(apps|packages|tools)/';
const testing = '[.]test[.]ts$|/src/(rehearsal|testing)/';
const publicEntries = ['^(apps|packages)/[^/]+/dist/index[.]js$', '^apps/[^/]+/dist/migrations/index[.]js$'];

module.exports = {
  forbidden: [
    {
      name: 'apps-stand-alone',
      comment: 'Services meet in contracts and on the bus. Only tools, which starts them, may import an app.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: testing },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'app-tests-know-only-the-sandbox',
      comment: 'A test of an app may play against the pretend X, never against another service of ours.',
      severity: 'error',
      from: { path: ['^apps/([^/]+)/.+[.]test[.]ts$', '^apps/([^/]+)/src/(?:rehearsal|testing)/'] },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/x-sandbox/dist/index[.]js$'] },
    },
    {
      name: 'packages-know-no-app',
      comment: 'Packages serve any app; one that knew an app could not be used by the others.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|tools)/' },
    },
    {
      name: 'apps-know-no-tool',
      comment: 'Tools start and prove the apps. An app runs without them.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^tools/' },
    },
    {
      name: 'contracts-stand-first',
      comment: 'Everything imports contracts, so contracts imports nothing of ours.',
      severity: 'error',
      from: { path: '^packages/contracts/' },
      to: { path: ours, pathNot: '^packages/contracts/' },
    },
    {
      name: 'only-public-entries',
      comment: 'Others use what a package exports by its name; its files are its own affair.',
      severity: 'error',
      from: { path: '^((?:apps|packages)/[^/]+|tools)/' },
      to: { path: '^(apps|packages)/', pathNot: ['^$1/', ...publicEntries] },
    },
    {
      name: 'only-one-door-to-x',
      comment:
        'Every call to X goes through the posting gateway, where the never-twice rules live. The sandbox tests itself with it.',
      severity: 'error',
      from: {
        path: ours,
        pathNot: [
          '^apps/posting-gateway/',
          '^apps/x-sandbox/.+[.]test[.]ts$',
          '^apps/x-sandbox/src/testing/',
        ],
      },
      to: { path: 'node_modules/twitter-api-v2/' },
    },
    {
      name: 'production-knows-no-test',
      comment: 'What is there for tests is not part of what runs.',
      severity: 'error',
      from: { path: ours, pathNot: [testing, '^packages/testing/', '^tools/'] },
      to: { path: [testing, '^packages/testing/'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Files that load each other in a ring see half-made modules. Types do not exist at run time and may form rings.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment:
        'An import that leads nowhere would escape the other rules. Build first: names of packages lead to dist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    moduleSystems: ['es6'],
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
