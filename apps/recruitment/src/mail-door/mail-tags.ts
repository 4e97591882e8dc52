import { timingSafeEqual } from 'node:crypto';
import { CharityId } from '@baton/contracts';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** `bounce`: where a mail that could not be delivered comes back to. `reply`: where an answer to it goes. */
export type TagUse = 'bounce' | 'reply';

/** A mail of ours, as an address that came in names it. */
export interface TaggedMail {
  readonly charityId: CharityId;
  readonly mailId: string;
}

const useOf: readonly TagUse[] = ['bounce', 'reply'];
/** Mail servers may write addresses in small letters: hexadecimal digits come through that. */
const localPart = /^(bounce|reply)\+([0-9a-f]{32})\.([0-9a-f]{20})$/;
const macBytes = 10;
const tokenMacBytes = 16;

const findReturn = `
  SELECT charity_id AS "charityId" FROM mail_return WHERE mail_id = $1`;

/**
 * Names a mail in an address of ours, so that what comes back can be told to be about it (a variable envelope return path).
 * Beside the id stands a keyed digest of it and of the use: whoever knows the id of a mail, or where an answer to it goes,
 * cannot make up the address that says it bounced. Only who was handed the mail itself knows that one: their mail servers,
 * and whoever looks at its headers in their mailbox. Nothing of a person is in it.
 */
@Injectable()
export class MailTags {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** What stands before the @: 64 characters are allowed (RFC 5321, 4.5.3.1.1), 60 are used at most. */
  async localPart(use: TagUse, { charityId, mailId }: TaggedMail): Promise<string> {
    const mac = await this.mac(charityId, use, mailId, macBytes);
    return `${use}+${mailId.replaceAll('-', '')}.${mac.toString('hex')}`;
  }

  /** The mail that what stands before the @ names; undefined where it was made up, or the mail is long forgotten. */
  async read(part: string): Promise<(TaggedMail & { readonly use: TagUse }) | undefined> {
    const [, named, digits = '', mac = ''] = localPart.exec(part.toLowerCase()) ?? [];
    const use = useOf.find((known) => known === named);
    if (!use) return undefined;
    const mailId = asUuid(digits);
    const [known] = await this.database.asWorker((tx) =>
      tx.query<{ charityId: string }>(findReturn, [mailId]),
    );
    if (!known) return undefined;
    const charityId = CharityId.parse(known.charityId);
    const right = await this.mac(charityId, use, mailId, macBytes);
    return timingSafeEqual(right, Buffer.from(mac, 'hex')) ? { use, charityId, mailId } : undefined;
  }

  /** What makes a mail the last of its kind: 32 bytes, base64url. */
  async unsubscribeToken({ charityId, mailId }: TaggedMail): Promise<string> {
    const mac = await this.mac(charityId, 'unsubscribe', mailId, tokenMacBytes);
    return Buffer.concat([Buffer.from(mailId.replaceAll('-', ''), 'hex'), mac]).toString('base64url');
  }

  async unsubscribing(charityId: CharityId, token: string): Promise<string | undefined> {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + tokenMacBytes) return undefined;
    const mailId = asUuid(bytes.subarray(0, 16).toString('hex'));
    const right = await this.mac(charityId, 'unsubscribe', mailId, tokenMacBytes);
    return timingSafeEqual(right, bytes.subarray(16)) ? mailId : undefined;
  }

  private async mac(charityId: CharityId, use: string, mailId: string, bytes: number): Promise<Buffer> {
    return (await this.vault.fingerprint(charityId, `mail ${use}`, mailId)).subarray(0, bytes);
  }
}

const asUuid = (digits: string): string =>
  digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
