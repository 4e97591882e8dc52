import { crc32 } from 'node:zlib';
import { big32, type Canary } from './canary.js';

/** An XMP packet, which every format can carry (Adobe XMP specification, part 3). */
export const xmpWith = (canary: Canary): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary.word}" dc:rights="${canary.base64}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A colour profile that says the same as before, with the canary behind its last tag. */
export function profileWith(canary: Canary, profile: Buffer): Buffer {
  const longer = Buffer.concat([profile, canary.everyForm]);
  const padded = Buffer.concat([longer, Buffer.alloc((4 - (longer.length % 4)) % 4)]);
  padded.writeUInt32BE(padded.length, 0);
  return padded;
}

/** A ZIP archive of one stored file: many programs open a picture with it at the end as an archive. */
export function zipWith(canary: Canary): Buffer {
  const name = Buffer.from(`${canary.word}.txt`);
  const body = canary.everyForm;
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(body), 0);
  sizes.writeUInt32LE(body.length, 4);
  sizes.writeUInt32LE(body.length, 8);
  const naming = Buffer.from([name.length, 0, 0, 0]);
  const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]), sizes, naming]);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, body]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A web page, a script and a PDF, as they are hidden in files that are also pictures. */
export const pageWith = (canary: Canary): Buffer =>
  Buffer.from(`<html><script>/*${canary.word}*/alert(1)</script></html>`);
export const scriptWith = (canary: Canary): Buffer => Buffer.from(`*/=1;alert("${canary.word}")//`);
export const pdfWith = (canary: Canary): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${canary.word})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** A chunk of a PNG. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  return Buffer.concat([big32(body.length), named, big32(crc32(named))]);
}
