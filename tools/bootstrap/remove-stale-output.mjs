import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './paths.mjs';

/** Removes compiled files whose source has gone: jest would go on running the tests among them. */
export function removeStaleOutput() {
  for (const folder of packageFolders()) {
    const dist = join(folder, 'dist');
    if (!existsSync(dist)) continue;
    for (const file of readdirSync(dist, { recursive: true })) {
      if (!file.endsWith('.js') || hasSource(join(folder, 'src'), file)) continue;
      for (const ending of ['.js', '.js.map', '.d.ts', '.d.ts.map']) {
        rmSync(join(dist, file.replace(/\.js$/, ending)), { force: true });
      }
    }
  }
}

const packageFolders = () => [
  join(checkout, 'tools'),
  ...['apps', 'packages'].flatMap((kind) =>
    readdirSync(join(checkout, kind)).map((name) => join(checkout, kind, name)),
  ),
];

const hasSource = (src, file) =>
  ['.ts', '.tsx'].some((ending) => existsSync(join(src, file.replace(/\.js$/, ending))));
