/**
 * Looks for news every two seconds and can be switched off. It changes the page only while the reader is at its
 * top; further down it offers a button instead, so that nothing moves under the eyes.
 */
export const refreshScript = `
const main = document.querySelector('main');
const bar = document.createElement('p');
bar.className = 'buttons refresh';
bar.innerHTML = '<label class="choice"><input type="checkbox" checked> Show new posts as they come</label><button class="second" hidden>Show new posts</button>';
document.querySelector('header').append(bar);
const [automatic, show] = [bar.querySelector('input'), bar.querySelector('button')];
let waiting;
const apply = () => {
  if (waiting === undefined) return;
  main.innerHTML = waiting;
  waiting = undefined;
  show.hidden = true;
};
show.addEventListener('click', apply);
const look = async () => {
  if (automatic.checked && !document.hidden) {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
      if (answer.ok && next && next.innerHTML !== main.innerHTML) {
        waiting = next.innerHTML;
        if (scrollY < 40 && !main.contains(document.activeElement)) apply();
        else show.hidden = false;
      }
    } catch {
      // The server is away for a moment; the next look tells.
    }
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
`;
