import { deflateSync } from 'node:zlib';

/** A word that must not come out on the other side, in every form in which metadata is written. */
export class Canary {
  constructor(readonly word: string) {}

  get ascii(): Buffer {
    return Buffer.from(this.word);
  }

  get utf16(): Buffer {
    return Buffer.from(this.word, 'utf16le');
  }

  get utf16be(): Buffer {
    return Buffer.from(this.utf16).swap16();
  }

  /** With all three ways in which base64 can begin inside a longer text. */
  get base64(): string {
    return ['', 'x', 'xy'].map((before) => Buffer.from(before + this.word).toString('base64')).join(' ');
  }

  get zipped(): Buffer {
    return deflateSync(`${this.word} ${this.base64}`);
  }

  /** All forms one after the other. */
  get everyForm(): Buffer {
    return Buffer.concat([this.ascii, this.utf16, this.utf16be, Buffer.from(this.base64), this.zipped]);
  }

  /** The forms that are somewhere in these bytes, whatever is around them. */
  in(bytes: Buffer): string[] {
    const forms: readonly (readonly [string, Buffer])[] = [
      ['ASCII', this.ascii],
      ['UTF-16', this.utf16],
      ['UTF-16BE', this.utf16be],
      ...this.base64Cores().map((core): [string, Buffer] => ['base64', core]),
      ['hex', Buffer.from(this.ascii.toString('hex'))],
      ['compressed', this.zipped],
    ];
    return forms.filter(([, form]) => bytes.includes(form)).map(([name]) => name);
  }

  /** The letters of base64 that do not depend on what stands before and behind. */
  private base64Cores(): Buffer[] {
    return [0, 1, 2].map((before) => {
      const text = Buffer.from('x'.repeat(before) + this.word)
        .toString('base64')
        .replace(/=+$/, '');
      return Buffer.from(text.slice(before === 0 ? 0 : 4, -2));
    });
  }
}

/** Bytes of a 16-bit and a 32-bit number, in the order of JPEG and PNG. */
export const big16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
export function big32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
