import { createHash } from 'node:crypto';

/**
 * The same id for the same name, always: a name-based UUID (RFC 9562, version 5). `namespace` is an arbitrary UUID without
 * hyphens that sets these names apart from all others.
 */
export function nameBasedId<Id extends string = string>(namespace: string, name: string): Id {
  const digest = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(name).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id;
}
