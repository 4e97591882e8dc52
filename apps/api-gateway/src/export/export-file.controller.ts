import { Readable } from 'node:stream';
import { type Caller, type CharityId, downloadExport, ExportId, viewExport } from '@baton/contracts';
import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { Refused } from '../door/refused.js';
import { type KnownRequest, PublicPage } from '../door/request.js';
import { WhoIsCalling } from '../door/who-is-calling.js';
import { Front } from '../pages/front.js';

interface Download {
  readonly which: { readonly charityId: CharityId; readonly exportId: ExportId };
  readonly parts: number;
  readonly caller: Caller;
}

/** An archive as one file for a browser. The operations decide who may: an owner who has just confirmed who they are. */
@Controller('c/:slug/exports')
export class ExportFile {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly whoIsCalling: WhoIsCalling,
  ) {}

  @Get(':exportId')
  @PublicPage(true)
  async download(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('exportId') id: string,
  ): Promise<StreamableFile> {
    const charity = await this.charities.bySlug(slug);
    const exportId = ExportId.safeParse(id);
    if (!charity || !exportId.success) throw new Refused('notFound');
    const [caller] = await this.whoIsCalling.ask(request, charity.charityId);
    const which = { charityId: charity.charityId, exportId: exportId.data };
    const { parts } = await this.front.read(viewExport, which, caller);
    // A refusal is told before anything is sent; the first part is read twice for it.
    await this.front.read(downloadExport, { ...which, number: 1 }, caller);
    const file = Readable.from(this.bytes({ which, parts: parts ?? 0, caller }));
    return new StreamableFile(file, {
      type: 'application/zip',
      disposition: `attachment; filename="${slug}.zip"`,
    });
  }

  private async *bytes({ which, parts, caller }: Download): AsyncGenerator<Buffer> {
    for (let number = 1; number <= parts; number += 1) {
      const { part } = await this.front.read(downloadExport, { ...which, number }, caller);
      yield Buffer.from(part, 'base64');
    }
  }
}
