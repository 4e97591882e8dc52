const lineBreak = '\r\n';
const headEnd = '\r\n\r\n';

/**
 * Splits a multipart/form-data body (RFC 7578) that is already in memory into its fields. A part with a content
 * type is bytes, whatever its name: twitter-api-v2 sends media without a file name, and the platform's own
 * FormData reader would turn such a part into text and break it. Undefined when the body is no such thing.
 */
export function parseMultipart(
  contentType: string,
  body: Buffer,
): Record<string, string | Buffer> | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`${lineBreak}--${boundary}`);
  const whole = Buffer.concat([Buffer.from(lineBreak), body]);
  const fields: Record<string, string | Buffer> = {};
  let from = whole.indexOf(delimiter);
  while (from !== -1) {
    const start = from + delimiter.length;
    const end = whole.indexOf(delimiter, start);
    if (end === -1) return isClosing(whole, start) ? fields : undefined;
    const part = readPart(whole.subarray(start + lineBreak.length, end));
    if (!part) return undefined;
    fields[part.name] = part.value;
    from = end;
  }
  return undefined;
}

function isClosing(whole: Buffer, at: number): boolean {
  return whole.subarray(at, at + 2).toString('latin1') === '--';
}

function readPart(part: Buffer): { name: string; value: string | Buffer } | undefined {
  const headLength = part.indexOf(headEnd);
  if (headLength === -1) return undefined;
  const head = part.subarray(0, headLength).toString('utf8');
  const content = part.subarray(headLength + headEnd.length);
  const name = /^content-disposition:.*[;\s]name="([^"]*)"/im.exec(head)?.[1];
  if (name === undefined) return undefined;
  return {
    name,
    value: /^content-type:\s*\S/im.test(head) ? Buffer.from(content) : content.toString('utf8'),
  };
}
