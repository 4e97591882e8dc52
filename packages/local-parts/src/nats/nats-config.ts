/** An analyst's account: it may ask one durable consumer for messages and acknowledge them. Nothing else. */
export interface AnalystAccount {
  readonly stream: string;
  readonly durable: string;
  readonly password: string;
}

/** A user of the services' account who may do only what is listed, and answer once whatever it is asked. */
export interface LimitedUser {
  readonly name: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export interface NatsConfig {
  readonly port: number;
  readonly storeDir: string;
  readonly portsDir: string;
  readonly pidFile: string;
  readonly servicePassword: string;
  readonly users: readonly (LimitedUser & { readonly password: string })[];
  readonly analysts: readonly AnalystAccount[];
  /** `sync_interval: always`, so that an acknowledged message is on disk; servers before 2.10 do not know it. */
  readonly syncAlways: boolean;
}

/** May do everything in the account that the services share: whoever makes the streams, and tests that look on. */
export const servicesAdmin = 'baton';

/**
 * The server's configuration. Analysts live in accounts of their own because users in the services' account could reach
 * its command streams, whatever their permissions say. 64 MiB of `max_mem` is ample: every stream is on disk.
 */
export function natsConfig(config: NatsConfig): string {
  const account = (analyst: AnalystAccount): string => `analyst_${analyst.durable}`;
  const subjects = ({ stream, durable }: AnalystAccount): readonly string[] => [
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    `$JS.ACK.${stream}.${durable}.>`,
  ];
  const exports = config.analysts.flatMap((analyst) =>
    subjects(analyst).map(
      (subject) =>
        `      { service: ${quote(subject)}, response_type: stream, accounts: [${quote(account(analyst))}] }`,
    ),
  );
  const analystAccounts = config.analysts.map(
    (analyst) => `  ${quote(account(analyst))}: {
    users: [{ user: ${quote(analyst.durable)}, password: ${quote(analyst.password)} }]
    imports: [
${subjects(analyst)
  .map((subject) => `      { service: { account: SERVICES, subject: ${quote(subject)} } }`)
  .join('\n')}
    ]
  }`,
  );
  return `server_name: baton
host: 127.0.0.1
port: ${config.port}
ports_file_dir: ${quote(config.portsDir)}
pid_file: ${quote(config.pidFile)}
max_payload: 1MB
jetstream {
  store_dir: ${quote(config.storeDir)}
  max_mem: 64MB
  max_file: 8GB
${config.syncAlways ? '  sync_interval: always\n' : ''}}
accounts {
  SERVICES: {
    jetstream: enabled
    users: [
      { user: ${servicesAdmin}, password: ${quote(config.servicePassword)} }
${config.users.map(limitedUser).join('\n')}
    ]
    exports: [
${exports.join('\n')}
    ]
  }
${analystAccounts.join('\n')}
}
`;
}

/** A subject that is not listed is denied. */
function limitedUser({ name, password, publish, subscribe }: NatsConfig['users'][number]): string {
  const allowed = (subjects: readonly string[]): string => `{ allow: [${subjects.map(quote).join(', ')}] }`;
  const permissions = `publish: ${allowed(publish)}, subscribe: ${allowed(subscribe)}, allow_responses: true`;
  return `      { user: ${quote(name)}, password: ${quote(password)}, permissions: { ${permissions} } }`;
}

const quote = (text: string): string => JSON.stringify(text);
