import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail that somebody else’s server hands in at our door. For tests and the development mailbox: Baton sends none of these. */
export interface MailFromOutside {
  /** Empty: from nobody, as machines send. */
  readonly from: string;
  readonly to: string;
  /** As it goes over the line, headers first. */
  readonly lines: readonly string[];
}

/** Speaks SMTP as any server would. Resolves with what the door said last: `250 …`, or the refusal. */
export async function handIn(port: number, { from, to, lines }: MailFromOutside): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const said = async () => {
    let line = '';
    do line = String((await answers.next()).value);
    while (line[3] === '-');
    return line;
  };
  const steps: (readonly [string, string])[] = [
    ['EHLO other.example', '250'],
    [`MAIL FROM:<${from}>`, '250'],
    [`RCPT TO:<${to}>`, '250'],
    ['DATA', '354'],
    [[...lines, '.'].join('\r\n'), '250'],
  ];
  let last = await said();
  for (const [line, good] of steps) {
    socket.write(`${line}\r\n`);
    last = await said();
    if (!last.startsWith(good)) break;
  }
  socket.end('QUIT\r\n');
  return last;
}

const report = (type: string, parts: readonly (readonly [string, readonly string[]])[]): string[] => [
  'From: MAILER-DAEMON@other.example',
  'Subject: A report',
  'MIME-Version: 1.0',
  `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
  '',
  ...parts.flatMap(([contentType, lines]) => ['--b', `Content-Type: ${contentType}`, '', ...lines]),
  '--b--',
];

/** As a server tells that a mail could not be delivered (RFC 3464), or not yet. */
export const deliveryReport = (status: string, action = 'failed'): string[] =>
  report('delivery-status', [
    ['text/plain', ['Your mail could not be delivered to ada@other.example.']],
    [
      'message/delivery-status',
      [
        'Reporting-MTA: dns; other.example',
        '',
        'Final-Recipient: rfc822; ada@other.example',
        `Action: ${action}`,
        `Status: ${status}`,
        '',
      ],
    ],
  ]);

/** As a mailbox provider tells that a reader called a mail unwanted (RFC 5965). */
export const complaintAbout = (returnPath: string, type = 'abuse'): string[] =>
  report('feedback-report', [
    ['text/plain', ['This is a complaint.']],
    ['message/feedback-report', [`Feedback-Type: ${type}`, 'User-Agent: Other/1.0', 'Version: 1', '']],
    ['message/rfc822', [`Return-Path: <${returnPath}>`, 'Subject: x', '', 'y']],
  ]);

/** As somebody answers, with what they answer below. */
export const answerOf = (text: string, headers: readonly string[] = []): string[] => [
  'From: Ada <ada@other.example>',
  'Subject: Re: hello',
  'Message-ID: <1@other.example>',
  ...headers,
  'Content-Type: text/plain; charset=utf-8',
  '',
  text,
  '',
  'On Mon, 1 Mar 2027 at 10:00, Baton <hello@baton.example> wrote:',
  '> what we said',
];
