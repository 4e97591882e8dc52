import { createHash } from 'node:crypto';

/**
 * The forms in which a secret could lie somewhere, in lower case: as it is, without spaces, as hexadecimal (as `bytea`
 * columns print), in base64 (as JSON might carry bytes) and as in a URL. Telephone numbers also as they are dialled from
 * abroad. A digest without a key is a guise too: whoever has a list of names can undo it. Base64 is looked for in its three alignments, without the characters that depend on the neighbours.
 */
export function guisesOf(secret: string): string[] {
  const plain = [secret, secret.replaceAll(' ', ''), dialledFromAbroad(secret)].filter(
    (form) => form !== undefined,
  );
  const forms = plain.flatMap((form) => [
    form,
    encodeURIComponent(form),
    Buffer.from(form).toString('hex'),
    ...[0, 1, 2].map((shift) => base64Core(form, shift)),
    ...[form, form.toLowerCase()].flatMap(digestsOf),
  ]);
  return [...new Set(forms.map((form) => form.toLowerCase()))];
}

/** Their beginnings, as a digest may be kept cut short. */
const digestsOf = (form: string): string[] =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(form).digest();
    return [digest.toString('hex').slice(0, 16), digest.toString('base64').slice(0, 12)];
  });

function dialledFromAbroad(secret: string): string | undefined {
  const digits = secret.replaceAll(' ', '');
  return /^0\d{9,10}$/.test(digits) ? `+44${digits.slice(1)}` : undefined;
}

/** What stays the same in the middle of a longer base64 text, whatever stands before and behind. */
function base64Core(text: string, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
  const from = shift === 0 ? 0 : 4;
  return encoded
    .slice(from)
    .replace(/.{0,3}=+$/, '')
    .slice(0, -1);
}
