import {
  type InputOf,
  isRefusal,
  listReports,
  type OutputOf,
  ReportAbout,
  type RequestOf,
  setWeekendNotes,
  TakeoverId,
  viewWeekendNotes,
  writeReport,
} from '@baton/contracts';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Refused } from '../../door/refused.js';
import { type KnownRequest, PublicPage, type Reply } from '../../door/request.js';
import { sendPage } from '../browser.js';
import { Front } from '../front.js';
import { keptPage } from '../kept-page.js';
import { words } from '../sign-in-forms.js';
import { isManager, TeamVisit, type Visit } from '../team/team-visit.js';
import { numberOr, typedIn, whatIsWrong } from '../team/typed-form.js';
import { type NotesView, notesForm, notesPage } from './notes-form.js';
import { type About, type Asked, addressOf, fileName, type Which, whichIn } from './report-address.js';
import { reportCsv } from './report-csv.js';
import { reportPage } from './report-page.js';
import { reportPdf } from './report-pdf.js';
import { reportsPage, shownWeekends } from './reports-page.js';

type Report = OutputOf<typeof writeReport>;
interface Unsaved {
  readonly slug: string;
  readonly takeoverId: TakeoverId;
  readonly version: number;
  readonly text: string;
  readonly forReport: boolean;
  readonly problem: string;
}
const htmlType = 'text/html; charset=utf-8';

/** What the weekends did, for managers and trustees: as a page, a PDF and a CSV. */
@Controller('c/:slug/reports')
export class ReportPages {
  constructor(
    private readonly front: Front,
    private readonly team: TeamVisit,
  ) {}

  @Get()
  @PublicPage(true)
  @Header('content-type', htmlType)
  async list(@Req() request: KnownRequest, @Param('slug') slug: string, @Query('before') before?: string) {
    const visit = await this.team.of(request, slug);
    return reportsPage({ slug, list: await this.listFor(visit, before) });
  }

  @Get(':about')
  @PublicPage(true)
  async show(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('about') name: string,
    @Query() query: Asked,
    @Res() reply: Reply,
  ): Promise<void> {
    const visit = await this.team.of(request, slug);
    const [about, which] = [aboutIn(name), whichIn(query)];
    const problem = whatIsWrongWith(visit, about, which);
    if (problem) {
      const typed = { from: String(query['from'] ?? ''), to: String(query['to'] ?? '') };
      return sendPage(reply, reportsPage({ slug, list: await this.listFor(visit), typed, problem }));
    }
    const report = await this.reportFor(visit, about, which);
    const notes =
      about === 'report' && which.takeoverId ? await this.notesFor(visit, which.takeoverId) : null;
    await reply.type(htmlType).send(shown(report, { slug, about, which, notes }));
  }

  @Get(':about/pdf')
  @PublicPage(true)
  async pdf(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('about') name: string,
    @Query() query: Asked,
    @Res() reply: Reply,
  ): Promise<void> {
    const [about, which] = [aboutIn(name), whichIn(query)];
    const report = await this.reportFor(await this.team.of(request, slug), about, which);
    const pdf = await reportPdf(report, { onOnePage: about === 'assurance' });
    await asFile(reply, fileName(slug, about, which, 'pdf'))
      .type('application/pdf')
      .send(pdf);
  }

  @Get(':about/csv')
  @PublicPage(true)
  async csv(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Param('about') name: string,
    @Query() query: Asked,
    @Res() reply: Reply,
  ): Promise<void> {
    const [about, which] = [aboutIn(name), whichIn(query)];
    const report = await this.reportFor(await this.team.of(request, slug), about, which);
    await asFile(reply, fileName(slug, about, which, 'csv'))
      .type('text/csv; charset=utf-8; header=present')
      .send(reportCsv(report));
  }

  @Post('notes')
  @PublicPage(true)
  async setNotes(
    @Req() request: KnownRequest,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const visit = await this.team.orWhyNot(request, slug);
    if (visit instanceof Refused) {
      const typed = typedIn(body, ['takeoverId', 'version', 'text', 'forReport']);
      return sendPage(reply, keptPage(`/c/${slug}/reports/notes`, typed, visit));
    }
    const takeoverId = TakeoverId.safeParse(words(body, 'takeoverId'));
    if (!takeoverId.success) throw new Refused('notFound');
    const [text, forReport] = [words(body, 'text'), words(body, 'forReport') === 'yes'];
    const wished = {
      takeoverId: takeoverId.data,
      version: numberOr(words(body, 'version')),
      text,
      forReport,
    };
    const problem = await this.save(visit, wished);
    const which = { takeoverId: takeoverId.data };
    if (problem === undefined) return void reply.redirect(`${addressOf(slug, 'report', which)}#notes`, 303);
    await sendPage(
      reply,
      await this.notSaved(visit, { ...wished, version: Number(wished.version) || 0, slug, problem }),
    );
  }

  /** What was typed, in its form, whatever else answers just now: the report around it, and what is kept. */
  private async notSaved(
    { charity: { charityId }, caller }: Visit,
    { slug, takeoverId, version, text, forReport, problem }: Unsaved,
  ): Promise<string> {
    const asked = { charityId, takeoverId };
    const kept = await this.front.glance(viewWeekendNotes, asked, caller);
    const report = await this.front.glance(writeReport, { ...asked, about: 'report' }, caller);
    const refused = { text, forReport, problem };
    const unknown = { forReport: false, version, changedAt: null };
    const notes: NotesView = { slug, takeoverId, kept: kept ?? { ...unknown, text }, refused };
    return report ? shown(report, { slug, about: 'report', which: { takeoverId }, notes }) : notesPage(notes);
  }

  /** Why it was not saved; undefined where it was. */
  private async save({ charity, caller }: Visit, wished: object): Promise<string | undefined> {
    const read = setWeekendNotes.input.safeParse({ ...wished, charityId: charity.charityId });
    if (!read.success) return whatIsWrong(read.error, { text: 'Your notes' });
    const result = await this.front.ask(
      setWeekendNotes,
      read.data as InputOf<typeof setWeekendNotes>,
      caller,
    );
    return isRefusal(result) ? result.refusal.message : undefined;
  }

  private listFor({ charity: { charityId }, caller }: Visit, before?: string) {
    const from = Date.parse(before ?? '');
    const earlier = Number.isNaN(from) ? {} : { before: new Date(from).toISOString() };
    return this.front.read(listReports, { charityId, limit: shownWeekends, ...earlier }, caller);
  }

  private reportFor({ charity: { charityId }, caller }: Visit, about: About, which: Which): Promise<Report> {
    const asked: RequestOf<typeof writeReport> = { charityId, about, ...which };
    return this.front.read(writeReport, asked, caller);
  }

  /** Null for whoever has none to write. */
  private async notesFor(
    { charity: { charityId, slug }, caller }: Visit,
    takeoverId: TakeoverId,
  ): Promise<NotesView | null> {
    if (!isManager(caller)) return null;
    const kept = await this.front.read(viewWeekendNotes, { charityId, takeoverId }, caller);
    return { slug, takeoverId, kept };
  }
}

function aboutIn(name: string): About {
  const about = ReportAbout.safeParse(name);
  if (!about.success) throw new Refused('notFound');
  return about.data;
}

/** Days that are missing, turned round or too far apart are said beside the form. */
function whatIsWrongWith({ charity }: Visit, about: About, which: Which): string | undefined {
  const read = writeReport.input.safeParse({ charityId: charity.charityId, about, ...which });
  if (read.success) return undefined;
  const names = { to: 'The last day', from: 'The first day', takeoverId: 'The weekend' };
  return whatIsWrong(read.error, names);
}

function shown(
  report: Report,
  { slug, about, which, notes }: { slug: string; about: About; which: Which; notes: NotesView | null },
): string {
  const links = [
    { to: addressOf(slug, about, which, '/pdf'), words: 'As a PDF' },
    { to: addressOf(slug, about, which, '/csv'), words: 'As a CSV' },
    about === 'report'
      ? { to: addressOf(slug, 'assurance', which), words: 'The assurance for trustees' }
      : { to: addressOf(slug, 'report', which), words: 'The full report' },
    { to: `/c/${slug}/reports`, words: 'All reports' },
  ];
  return reportPage(report, { slug, links, below: notes && notesForm(notes) });
}

const asFile = (reply: Reply, name: string): Reply =>
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
