import { parseArgs } from 'node:util';
import { AuditAnchor } from '@baton/contracts';

/** What `npm run audit:verify` was asked for. */
export interface AuditArguments {
  /** A charity's short name or id; without one, every chain there is. */
  readonly charity: string | undefined;
  /** An export to prove instead of the database. */
  readonly file: string | undefined;
  /** Hashes somebody has written down. */
  readonly anchors: readonly AuditAnchor[];
}

const usage = `npm run audit:verify takes:
  -- --charity <short name or id>   this charity's chain only
  -- --file <export>                an exported audit instead of the database
  -- --anchor <number>:<hash>       a hash that was written down, to compare with; any number of them
It reads the database in DATABASE_URL, or else the one of this checkout.`;

/** Reads the arguments, or says what would be understood. */
export function readArguments(given: readonly string[]): AuditArguments | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        charity: { type: 'string' },
        file: { type: 'string' },
        anchor: { type: 'string', multiple: true, default: [] },
      },
    });
    const anchors = values.anchor.map(anchorIn);
    if (anchors.length > 0 && !values.charity && !values.file)
      return { problem: `An anchor belongs to one chain: say which with --charity or --file.\n${usage}` };
    return { charity: values.charity, file: values.file, anchors };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
}

function anchorIn(text: string): AuditAnchor {
  const [number, hash, ...more] = text.split(':');
  const read = AuditAnchor.safeParse({ number: Number(number), hash });
  if (!read.success || more.length > 0) throw new Error(`${text} is no anchor.`);
  return read.data;
}
