import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allEvents, allOperations, toAsyncApi, toOpenApi } from '@baton/contracts';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import { PublicPage } from '../door/request.js';

const openApi = toOpenApi(allOperations);
const asyncApi = toAsyncApi(allEvents);
/** Swagger UI's files, from its package and not from another site. */
const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

const isFile = (name: string): name is keyof typeof files => Object.hasOwn(files, name);

/** The API reference and the documents it is drawn from. */
@Controller()
export class Reference {
  @Get('openapi.json')
  @PublicPage(true)
  openApi(): object {
    return openApi;
  }

  @Get('asyncapi.json')
  @PublicPage(true)
  asyncApi(): object {
    return asyncApi;
  }

  @Get('reference')
  @PublicPage(true)
  @Header('content-type', 'text/html; charset=utf-8')
  reference(): string {
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Baton</title><link rel="stylesheet" href="/reference/swagger-ui.css"></head>
<body><noscript>The reference needs script; the document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<main id="reference"></main>
<script src="/reference/swagger-ui-bundle.js"></script><script src="/reference/begin.js"></script></body></html>`;
  }

  @Get('reference/begin.js')
  @PublicPage(true)
  @Header('content-type', 'text/javascript; charset=utf-8')
  begin(): string {
    return "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true });";
  }

  @Get('reference/:file')
  @PublicPage(true)
  @Header('cache-control', 'public, max-age=86400')
  file(@Param('file') name: string): StreamableFile {
    if (!isFile(name)) throw new Refused('notFound');
    const path = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
    return new StreamableFile(createReadStream(path), { type: files[name] });
  }
}
