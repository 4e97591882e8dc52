export { findNatsServer, isAtLeast, type NatsBinary } from './nats/find-nats-server.js';
export { type NatsOptions, type StartedNats, startNatsServer } from './nats/start-nats-server.js';
export {
  folderClosedToPostgres,
  type PostgresOptions,
  type StartedPostgres,
  startPostgres,
} from './postgres/start-postgres.js';
export { endWithParent } from './processes/end-with-parent.js';
export { freePort } from './processes/free-port.js';
