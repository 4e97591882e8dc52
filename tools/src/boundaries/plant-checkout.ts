import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PlantedCheckout {
  readonly folder: string;
  remove(): void;
}

/**
 * A checkout in miniature: each key of `files` is a path, its value what stands in the file. The packages named are linked
 * under node_modules by their names, with the entries ours have, so that imports resolve as they do here.
 */
export function plantCheckout(
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): PlantedCheckout {
  const folder = mkdtempSync(join(tmpdir(), 'baton-boundaries-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const part of packages) {
    const name = `@baton/${part.split('/').at(-1)}`;
    write(`${part}/package.json`, JSON.stringify({ name, type: 'module', exports: publicEntries }));
    write(`${part}/dist/index.js`, 'export {};\n');
    write(`${part}/dist/migrations/index.js`, 'export {};\n');
    mkdirSync(join(folder, 'node_modules/@baton'), { recursive: true });
    symlinkSync(join(folder, part), join(folder, 'node_modules', name));
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const publicEntries = { '.': './dist/index.js', './migrations': './dist/migrations/index.js' };
