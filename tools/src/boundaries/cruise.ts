import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The checkout this file was compiled in. */
export const checkout = join(import.meta.dirname, '../../..');

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Runs the command of `npm run boundaries` in a folder laid out like this checkout, with this checkout's rules. */
export function cruise(folder: string): { filesRead: number; violations: Violation[] } {
  const command = join(checkout, 'node_modules/.bin/depcruise');
  const rules = join(checkout, '.dependency-cruiser.cjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--config', rules, '--output-type', 'json', 'apps', 'packages', 'tools'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser did not answer: ${stderr}`);
  const { modules, summary } = JSON.parse(stdout) as CruiseResult;
  return {
    filesRead: modules.filter(({ source }) => source.endsWith('.ts')).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}
