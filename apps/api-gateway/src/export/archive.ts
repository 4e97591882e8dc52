import { Zip, ZipDeflate } from 'fflate';

/** A zip file as it grows: what has been made of it can be taken at any time, so it never has to fit into memory. */
export class Archive {
  private readonly made: Uint8Array[] = [];
  private readonly zip = new Zip((error, data) => {
    if (error) throw error;
    this.made.push(data);
  });
  private open: { readonly path: string; readonly file: ZipDeflate } | undefined;

  /** Puts bytes at the end of the file; what belongs to one file comes together. */
  write(path: string, bytes: Uint8Array): void {
    if (this.open?.path !== path) this.begin(path);
    this.open?.file.push(bytes);
  }

  end(): void {
    this.endFile();
    this.zip.end();
  }

  take(): Buffer {
    return Buffer.concat(this.made.splice(0));
  }

  private begin(path: string): void {
    this.endFile();
    const file = new ZipDeflate(path, { level: 6 });
    this.zip.add(file);
    this.open = { path, file };
  }

  private endFile(): void {
    this.open?.file.push(new Uint8Array(0), true);
    this.open = undefined;
  }
}
