import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { CharityId, platformId, type ServiceName, serviceNames } from '@baton/contracts';
import { Database, LocalKeyWrapper, Vault } from '@baton/persistence';

export interface Rotation {
  readonly service: ServiceName;
  /** Which key of the file wraps from now on, counted from one. */
  readonly keyNumber: number;
  /** How many data keys are wrapped by it now. */
  readonly rewrapped: number;
}

export interface RotateOptions {
  /** The address of each service's own role. */
  readonly urls: Readonly<Record<ServiceName, string>>;
  masterKeyFileOf(service: ServiceName): string;
}

/**
 * Begins a new master key for every service and wraps all data keys with it, while no service runs: a running one would not
 * know the new key. What the data keys sealed stays as it is. The former keys stay in the file, since fingerprints are made
 * with the first; after this, none of them alone opens anything.
 *
 * Broken off, it is simply run again: each data key says which key wrapped it, and all that were ever begun are in the file.
 */
export async function rotateMasterKeys({ urls, masterKeyFileOf }: RotateOptions): Promise<Rotation[]> {
  const charities = await charitiesAboard(urls['api-gateway']);
  const rotations: Rotation[] = [];
  for (const service of serviceNames) {
    const keyNumber = await addKey(masterKeyFileOf(service));
    const vault = new Vault(LocalKeyWrapper.fromFile(masterKeyFileOf(service)));
    const rewrapped = await using(urls[service], async (database) => {
      let count = 0;
      if (!(await sealsAnything(database))) return count;
      for (const charityId of charities) {
        count += await database.inCharity(charityId, (tx) => vault.renewWrapping(tx));
      }
      return count;
    });
    rotations.push({ service, keyNumber, rewrapped });
  }
  return rotations;
}

/** A service that seals nothing has no data keys; it gets a new master key all the same. */
async function sealsAnything(database: Database): Promise<boolean> {
  const [row] = await database.asWorker((tx) =>
    tx.query<{ is: boolean }>(`SELECT to_regclass('data_key') IS NOT NULL AS is`),
  );
  return row?.is === true;
}

/** Under another name first: a file is never seen half written, and the keys in it are worth everything. */
async function addKey(file: string): Promise<number> {
  const keys = Buffer.concat([await readFile(file), randomBytes(32)]);
  await writeFile(`${file}.new`, keys, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return keys.length / 32;
}

async function charitiesAboard(gatewayUrl: string): Promise<CharityId[]> {
  const rows = await using(gatewayUrl, (database) =>
    database.asWorker((tx) => tx.query<{ charity_id: string }>('SELECT charity_id FROM charity')),
  );
  return [platformId, ...rows.map((row) => CharityId.parse(row.charity_id))];
}

async function using<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open({ url, applicationName: 'key rotation', poolSize: 1 });
  return work(database).finally(() => database.close());
}
