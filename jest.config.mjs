/** Tests run on the compiled output, as ES modules, with no transform, beside one throwaway Postgres for the run. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: ['**/dist/**/*.test.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.baton'],
  globalSetup: '<rootDir>/packages/testing/dist/jest/global-setup.js',
  globalTeardown: '<rootDir>/packages/testing/dist/jest/global-teardown.js',
  transform: {},
  testTimeout: 60_000,
  /** Each file's modules stay in its worker's memory; a worker that holds so much begins anew. */
  workerIdleMemoryLimit: '1GB',
};
