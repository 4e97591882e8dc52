import { build, withNode } from './build.mjs';
import { withCheckoutLock } from './checkout-lock.mjs';
import { ensureNats } from './ensure-nats.mjs';
import { node24 } from './ensure-node.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { StepFailed } from './run-step.mjs';

/** Everything a bare checkout needs before Baton's own code can run. Returns Node 24 and the environment to run it in. */
export async function prepare({ ownNats = false } = {}) {
  try {
    return await withCheckoutLock(async () => {
      await ensurePackages();
      const node = node24();
      const folder = await ensureNats({ ownServer: ownNats });
      await build(node);
      return { node, env: { ...process.env, ...withNode(node, folder) } };
    });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}
