// In the bureau's hall: whoever walks away leaves nothing behind.
const idle = 90, warning = 20;
let left = idle;
const bar = document.createElement('div');
bar.className = 'idle';
bar.hidden = true;
bar.setAttribute('role', 'alert');
const text = document.createElement('span');
const stay = document.createElement('button');
stay.className = 'button';
stay.type = 'button';
stay.textContent = 'Devam ediyorum';
bar.append(text, stay);
document.body.append(bar);

const wake = () => { left = idle; bar.hidden = true; };
for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(kind, wake, { passive: true });

const clock = setInterval(() => {
  left--;
  if (left <= warning) { bar.hidden = false; text.textContent = `${Math.max(left, 0)} saniye içinde başa dönülecek.`; }
  if (left > 0) return;
  clearInterval(clock); // asked again each second, a slow page would never come
  for (const form of document.forms) form.reset();
  location.replace('/kiosk');
}, 1000);
