import { existsSync, realpathSync, rmSync } from 'node:fs';
import { withCheckoutLock } from './checkout-lock.mjs';
import { checkout } from './paths.mjs';
import { runningStart } from './start-claim.mjs';

/** `npm run reset`: forgets databases, streams, keys and mails of this checkout. */
const local = `${checkout}/.baton/local`;

process.exitCode = await withCheckoutLock(() => {
  if (runningStart()) {
    console.error('Baton is running from this checkout. Stop it with Ctrl-C first; nothing was forgotten.');
    return 1;
  }
  if (!existsSync(local)) {
    console.log('There was nothing to forget.');
    return 0;
  }
  // It may be a link to a folder outside of the checkout.
  rmSync(realpathSync(local), { recursive: true, force: true });
  rmSync(local, { recursive: true, force: true });
  console.log('The local data is forgotten. npm start begins anew.');
  return 0;
});
