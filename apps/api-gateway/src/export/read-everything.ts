import {
  type Caller,
  type CharityId,
  exportedFiles,
  exportFeedback,
  exportPicture,
  exportPosting,
  exportRecruitment,
  exportScheduling,
  isRefusal,
  MediaId,
  type Operation,
  type OutputOf,
  type RequestOf,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { type ExportPage, type ExportSource, exportPage } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { ExportAudit } from '../audit/export-audit.js';
import { CharityDirectory } from '../charities/charity-directory.js';
import { readmeOfArchive } from './readme-of-archive.js';

/** Bytes for the end of a file of the archive. */
export interface Piece {
  readonly path: string;
  readonly bytes: Buffer;
}

const gateway: Caller = { kind: 'service', service: 'api-gateway' };
const patienceMs = 20_000;
const fromServices = [exportRecruitment, exportScheduling, exportPosting, exportFeedback];
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

const ownSources: readonly ExportSource[] = [
  {
    file: 'charity',
    sql: `SELECT charity_id AS key, charity_id AS "charityId", name, slug, zone, registered_at AS "registeredAt"
            FROM charity WHERE charity_id = baton.charity_id() AND $1::uuid IS NULL LIMIT $2`,
  },
  {
    file: 'team',
    sql: `SELECT member_id AS key, member_id AS "memberId", role, joined_at AS "joinedAt" FROM member
           WHERE $1::uuid IS NULL OR member_id > $1::uuid ORDER BY member_id LIMIT $2`,
  },
  {
    file: 'onCall',
    sql: `SELECT shift_id AS key, shift_id AS "shiftId", member_id AS "memberId", begins_at AS "beginsAt",
                 ends_at AS "endsAt" FROM on_call_shift
           WHERE $1::uuid IS NULL OR shift_id > $1::uuid ORDER BY shift_id LIMIT $2`,
  },
  {
    file: 'onCallSettings',
    sql: `SELECT charity_id AS key, escalates_after_minutes AS "escalatesAfterMinutes" FROM on_call_settings
           WHERE charity_id = baton.charity_id() AND $1::uuid IS NULL LIMIT $2`,
  },
  {
    file: 'alerts',
    sql: `SELECT alert_id AS key, alert_id AS "alertId", reason, raised_at AS "raisedAt",
                 called_at_first AS "calledAtFirst", escalated_at AS "escalatedAt", taken_by AS "takenBy",
                 taken_at AS "takenAt", settled_at AS "settledAt" FROM team_alert
           WHERE $1::uuid IS NULL OR alert_id > $1::uuid ORDER BY alert_id LIMIT $2`,
  },
];

/**
 * Everything of a charity, piece by piece: the gateway's own and what each service answers. Throws where one of them does not
 * answer, since an archive with something missing would be a false one.
 */
@Injectable()
export class ReadEverything {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly charities: CharityDirectory,
    private readonly audit: ExportAudit,
  ) {}

  async *pieces(charityId: CharityId): AsyncGenerator<Piece> {
    const charity = await this.charities.byId(charityId);
    yield { path: 'README.md', bytes: Buffer.from(readmeOfArchive(charity?.name ?? '', new Date())) };
    yield* this.records('api-gateway', (cursor) => this.ownPage(charityId, cursor));
    for (const operation of fromServices) yield* this.ofService(operation, charityId);
    yield* this.auditOf(charityId);
  }

  private async *ofService(operation: (typeof fromServices)[number], charityId: CharityId) {
    const pictures: Record<string, unknown>[] = [];
    yield* this.records(operation.owner, async (cursor) => {
      const page = await this.ask(operation, { charityId, cursor });
      if (page.file === 'pictures') pictures.push(...page.records);
      return page;
    });
    for (const picture of pictures) yield* this.picture(charityId, picture);
  }

  private async *records(
    service: string,
    read: (cursor: string | null) => Promise<ExportPage>,
  ): AsyncGenerator<Piece> {
    let cursor: string | null = null;
    do {
      const { file, records, next }: ExportPage = await read(cursor);
      const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
      yield { path: `${service}/${file}.jsonl`, bytes: Buffer.from(lines) };
      cursor = next;
    } while (cursor !== null);
  }

  private async *picture(charityId: CharityId, record: Record<string, unknown>): AsyncGenerator<Piece> {
    const mediaId = MediaId.parse(record['mediaId']);
    const path = `pictures/${mediaId}.${extensions[String(record['mimeType'])] ?? 'bin'}`;
    let from: number | null = 0;
    do {
      const { piece, next }: OutputOf<typeof exportPicture> = await this.ask(exportPicture, {
        charityId,
        mediaId,
        from,
      });
      yield { path, bytes: Buffer.from(piece, 'base64') };
      from = next;
    } while (from !== null);
  }

  private async *auditOf(charityId: CharityId): AsyncGenerator<Piece> {
    let after: number | null = 0;
    do {
      const page = await this.audit.page(charityId, after, gateway);
      yield {
        path: 'api-gateway/audit.jsonl',
        bytes: Buffer.from(page.lines.map((line) => `${line}\n`).join('')),
      };
      after = page.next;
    } while (after !== null);
  }

  private ownPage(charityId: CharityId, cursor: string | null): Promise<ExportPage> {
    const files = exportedFiles['api-gateway'];
    return this.database.inCharity(charityId, (tx) => exportPage(tx, files, ownSources, cursor));
  }

  private async ask<O extends Operation>(operation: O, input: RequestOf<O>): Promise<OutputOf<O>> {
    const result = await this.requests.call(operation, input, { caller: gateway, timeoutMs: patienceMs });
    if (isRefusal(result)) throw new Error(`${operation.owner} does not answer for an archive`);
    return result.value as OutputOf<O>;
  }
}
