import { drawMails } from './draw-mails.js';

/** `npm run docs:mails`: draws every letter as people see it into docs/mails. */
for (const path of await drawMails('docs/mails')) console.log(`drew ${path}`);
