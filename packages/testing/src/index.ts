export { type Chance, seeded } from './chance/seeded.js';
export { type TestDatabase, testDatabase } from './database/test-database.js';
export { canFillDisk, fullAtBytes, type TestPostgres, testPostgres } from './database/test-postgres.js';
export { type FaultProxy, faultProxy } from './faults/fault-proxy.js';
export { type TestNats, testNats } from './nats/test-nats.js';
export { settle } from './service/settle.js';
export { startTestService, type TestService } from './service/start-test-service.js';
export { openTeller, type Teller, tell } from './service/tell.js';
export { testCallerKeys, testConfig, testFingerprintKey } from './service/test-config.js';
