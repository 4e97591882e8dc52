/**
 * The one script of the sign-in pages: a browser hands passkeys to scripts alone. Without it, or where the browser knows no
 * passkeys, its forms stay hidden and everything else works. It asks, puts the answer into the form and sends the form.
 */
export const passkeyScript = `
const begin = { get: '/api/sign-in/passkey/begin', create: '/api/passkeys/begin' };

async function ask(kind) {
  const response = await fetch(begin[kind], { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const said = await response.json();
  if (said.refusal?.code === 'stepUpNeeded') {
    location.assign('/confirm-it-is-you?next=' + encodeURIComponent(location.pathname));
    return undefined;
  }
  if (said.refusal) throw new Error(said.refusal.message);
  const credential = kind === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(said.options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(said.options) });
  return { ticket: said.ticket, answer: JSON.stringify(credential.toJSON()) };
}

async function send(form) {
  const words = form.querySelector('[role=status]');
  words.textContent = 'Please follow what your device shows.';
  try {
    const given = await ask(form.dataset.passkey);
    if (!given) return;
    form.elements.ticket.value = given.ticket;
    form.elements.answer.value = given.answer;
    form.submit();
  } catch (error) {
    words.textContent = error.name === 'NotAllowedError'
      ? 'No passkey was given. You can try again, or take another way.'
      : 'That did not work. You can try again, or take another way.';
  }
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send(form);
    });
  }
}
`;
