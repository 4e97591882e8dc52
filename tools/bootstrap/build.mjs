import { checkout } from './paths.mjs';
import { runStep } from './run-step.mjs';

/** Builds every package that has changed since it was built last. */
export async function build(node) {
  const turbo = `${checkout}/node_modules/.bin/turbo`;
  await runStep('building', turbo, ['run', 'build', '--no-update-notifier', '--output-logs=errors-only'], {
    log: 'build',
    env: withNode(node),
  });
}

/** The environment in which `node` is Node 24. */
export function withNode(node, folder) {
  const before = [`${checkout}/node_modules/.bin`, folder, node.replace(/[\\/][^\\/]+$/, '')].filter(Boolean);
  return { PATH: [...before, process.env.PATH].join(process.platform === 'win32' ? ';' : ':') };
}
