import { FactServer, Relay } from '@baton/messaging';
import { Database } from '@baton/persistence';
import type { INestApplicationContext } from '@nestjs/common';

/**
 * Resolves when these services have nothing left to do for each other: all they stated is published, all they listen to
 * is handled, and handling it stated nothing new. Tests wait for this instead of for time.
 */
export async function settle(...services: { app: INestApplicationContext }[]): Promise<void> {
  let before: string;
  let after = await stated(services);
  do {
    before = after;
    for (const { app } of services) await app.get(Relay).drain();
    for (const { app } of services) await app.get(FactServer).drain();
    after = await stated(services);
  } while (before !== after);
}

/** How far each outbox has come. */
async function stated(services: { app: INestApplicationContext }[]): Promise<string> {
  const heads = services.map(({ app }) =>
    app.get(Database).asWorker((tx) => tx.query('SELECT max(id) AS head FROM outbox')),
  );
  return JSON.stringify(await Promise.all(heads));
}
