export { findNatsServer, isAtLeast, type NatsBinary } from './nats/find-nats-server.js';
export type { LimitedUser } from './nats/nats-config.js';
export { type NatsOptions, type StartedNats, startNatsServer } from './nats/start-nats-server.js';
export { folderClosedToPostgres } from './postgres/postgres-user.js';
export { findRunningPostgres } from './postgres/running-postgres.js';
export { type PostgresOptions, type StartedPostgres, startPostgres } from './postgres/start-postgres.js';
export { freePort } from './processes/free-port.js';
