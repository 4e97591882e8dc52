import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyAnswer, PasskeyMade } from '@baton/contracts';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

const userPresent = 0x01;
const userVerified = 0x04;
const withCredential = 0x40;

/**
 * A security key in software, as WebAuthn Level 2 describes one: a P-256 key of its own, attestation `none`. What it is asked
 * and what it says are the JSON forms browsers use.
 */
export class PretendAuthenticator {
  private readonly id = randomBytes(16);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };
  private counter = 0;

  constructor(
    private readonly origin: string,
    private readonly checksItsOwner = true,
  ) {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** Makes a passkey for whoever asks with this challenge. */
  make(challenge: string): PasskeyMade {
    const clientData = this.clientData('webauthn.create', challenge);
    const idLength = Buffer.from([0, this.id.length]);
    const credential = Buffer.concat([Buffer.alloc(16), idLength, this.id, encode(this.coseKey())]);
    const authData = Buffer.concat([this.head(withCredential), credential]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const response = { clientDataJSON: text(clientData), attestationObject: text(encode(attestation)) };
    return { ...this.credential(), response };
  }

  /** Shows the passkey to whoever asks with this challenge. */
  show(challenge: string): PasskeyAnswer {
    const clientData = this.clientData('webauthn.get', challenge);
    const authData = this.head(0);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const response = {
      clientDataJSON: text(clientData),
      authenticatorData: text(authData),
      signature: text(sign('sha256', signed, this.keys.privateKey)),
    };
    return { ...this.credential(), response };
  }

  private credential() {
    const id = text(this.id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private head(more: number): Buffer {
    const site = createHash('sha256').update(new URL(this.origin).hostname).digest();
    this.counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const flags = userPresent | (this.checksItsOwner ? userVerified : 0) | more;
    return Buffer.concat([site, Buffer.from([flags]), count]);
  }

  /** RFC 8152: key type EC2, algorithm ES256, curve P-256, both coordinates. */
  private coseKey(): Map<number, Cbor> {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    return new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  }
}

const text = (bytes: Buffer): string => bytes.toString('base64url');

/** As much of RFC 8949 as a passkey needs. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, entry]) => [encode(key), encode(entry)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 0xff]);
}
