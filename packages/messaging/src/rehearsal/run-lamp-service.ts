import { serviceNames } from '@baton/contracts';
import { startLampService } from './lamp-services.js';

/** A lamp service as a process of its own, for tests that kill it: `run-lamp-service <service> <database> <nats>`. */
const [name, databaseUrl = '', natsUrl = ''] = process.argv.slice(2);
const service = serviceNames.find((known) => known === name);
if (!service) throw new Error(`no service is called ${name}`);
await startLampService({ service, databaseUrl, natsUrl });
process.send?.('ready');
process.on('disconnect', () => process.exit());
