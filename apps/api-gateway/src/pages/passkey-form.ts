import { type Html, html } from './html.js';

/** A form that a script fills with a passkey's answer; hidden where there is no script or no passkey. */
export const passkeyForm = (
  kind: 'get' | 'create',
  action: string,
  button: string,
  more: Html | null = null,
): Html => html`<form method="post" action="${action}" data-passkey="${kind}" hidden>
<input type="hidden" name="ticket"><input type="hidden" name="answer">
${more}
<button type="submit">${button}</button>
<p role="status"></p>
</form>
<script src="/passkey.js" type="module"></script>`;
