import { fileURLToPath } from 'node:url';
import type { ReportDocument } from '@baton/contracts';
import PDFDocument from 'pdfkit';

type Doc = PDFKit.PDFDocument;
export type Tagged = PDFKit.PDFStructureElement;

/** With the letters of every language that Latin, Greek and Cyrillic write; freely licensed, and embedded by its used letters. */
const fontAt = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
/** By their paths: under a name given to it, pdfkit reads a font anew with every word. */
export const plain = fontAt('DejaVuSans');
export const bold = fontAt('DejaVuSans-Bold');

export const ink = '#1f1b2d';
export const accent = '#4b1f86';
const soft = '#4a4458';
export const rule = '#8a8398';
const footerRoom = 24;

/** A4, page after page, and what a reader aloud is told of each thing on it: pdfkit draws, this keeps the order and the tags. */
export class Sheet {
  readonly doc: Doc;
  private readonly root: Tagged;
  private readonly parts: Buffer[] = [];

  /** `size`: of body text, in points. */
  constructor(
    { title }: ReportDocument,
    readonly size: number,
    margin: number,
  ) {
    const margins = { top: margin, left: margin, right: margin, bottom: margin + footerRoom };
    // The types know only some of the subsets that pdfkit makes.
    const subset = 'PDF/UA' as PDFKit.Mixins.PDFSubsets;
    this.doc = new PDFDocument({
      ...{ size: 'A4', margins, bufferPages: true, pdfVersion: '1.7', subset },
      ...{ tagged: true, displayTitle: true, lang: 'en-GB', info: { Title: title, Creator: 'Baton' } },
      font: plain,
    });
    this.doc.on('data', (part: Buffer) => this.parts.push(part));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get left(): number {
    return this.doc.page.margins.left;
  }

  get width(): number {
    return this.doc.page.width - this.doc.page.margins.left - this.doc.page.margins.right;
  }

  get pages(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** It takes the first lines of what it heads along. */
  heading(level: 1 | 2, text: string, linesBelow = 3): void {
    const size = this.size * (level === 1 ? 1.9 : 1.3);
    this.keepTogether(size * 1.4 + this.size * linesBelow);
    if (level === 2) this.gap(0.7);
    this.say(`H${level}`, () => {
      this.doc
        .font(bold)
        .fontSize(size)
        .fillColor(accent)
        .text(text, this.left, this.doc.y, { width: this.width });
    });
    this.gap(0.25);
  }

  paragraph(text: string, { isSoft = false, indent = 0 } = {}): void {
    this.say(indent > 0 ? 'BlockQuote' : 'P', () => {
      this.doc
        .font(plain)
        .fontSize(this.size)
        .fillColor(isSoft ? soft : ink)
        .text(text, this.left + indent, this.doc.y, { width: this.width - indent, lineGap: this.size * 0.2 });
    });
    this.gap(0.4);
  }

  /** Something that is there to be seen, and told of in a sentence. */
  picture(alt: string, height: number, draw: (top: number) => void): void {
    this.keepTogether(height);
    const top = this.doc.y;
    const bbox = [this.left, top, this.left + this.width, top + height];
    const options: PDFKit.Mixins.StructureElementOptions & { bbox: number[] } = { alt, bbox };
    this.root.add(this.doc.struct('Figure', options, () => draw(top)));
    this.doc.x = this.left;
    this.doc.y = top + height;
    this.gap(0.4);
  }

  /** A structure whose parts are added as they are drawn. */
  begin(tag: string): Tagged {
    const part = this.doc.struct(tag);
    this.root.add(part);
    return part;
  }

  private say(tag: string, draw: () => void): void {
    this.root.add(this.doc.struct(tag, {}, draw));
  }

  /** What is only for the eye. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Begins a new page where there is no room for that much; true where it has. */
  keepTogether(height: number): boolean {
    if (this.doc.y + height <= this.doc.page.height - this.doc.page.margins.bottom) return false;
    this.doc.addPage();
    return true;
  }

  gap(lines: number): void {
    this.doc.y += this.size * lines;
  }

  /** Numbers the pages, and is done. */
  async end(footer: string): Promise<Buffer> {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      const { height, margins } = this.doc.page;
      const below = margins.bottom;
      // Text below the margin would begin another page.
      margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      this.doc.font(plain).fontSize(8).fillColor(soft);
      const at = height - below + footerRoom / 2;
      this.doc.text(footer, this.left, at, { width: this.width, lineBreak: false });
      this.doc.text(`Page ${page + 1} of ${count}`, this.left, at, {
        width: this.width,
        align: 'right',
        lineBreak: false,
      });
      this.doc.endMarkedContent();
      margins.bottom = below;
    }
    const done = new Promise<void>((resolve) => this.doc.once('end', () => resolve()));
    this.doc.end();
    await done;
    return Buffer.concat(this.parts);
  }
}
