// What makes pages more comfortable where scripts run; every page works without.
document.documentElement.classList.add('js');

// Errors are read out first.
document.querySelector('[data-focus]')?.focus();

// A form sent twice by an impatient finger is sent once.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.twice === 'ok') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
  setTimeout(() => delete form.dataset.sent, 8000);
});

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());

// Letters left, said quietly.
for (const area of document.querySelectorAll('textarea[maxlength]')) {
  const left = document.createElement('p');
  left.className = 'hint';
  left.setAttribute('aria-live', 'polite');
  area.after(left);
  const say = () => { const rest = area.maxLength - area.value.length; left.textContent = rest < 300 ? `${rest} karakter kaldı` : ''; };
  area.addEventListener('input', say);
  say();
}

// "/" goes to the search, as in most tools; letters typed in fields stay letters.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  const jump = { '/': '[data-key="/"]', 'n': '[data-key="n"]' }[event.key];
  const target = jump && document.querySelector(jump);
  if (!target) return;
  event.preventDefault();
  if (target.tagName === 'A') target.click(); else target.focus();
});

const offline = document.createElement('p');
offline.className = 'offline';
offline.setAttribute('role', 'status');
offline.textContent = 'İnternet bağlantısı yok. Yazdıklarınız kaybolmaz; bağlantı gelince devam edebilirsiniz.';
offline.hidden = navigator.onLine;
document.querySelector('.bar')?.after(offline);
addEventListener('online', () => { offline.hidden = true; });
addEventListener('offline', () => { offline.hidden = false; });

if ('serviceWorker' in navigator && document.body.dataset.page !== 'Kiosk') navigator.serviceWorker.register('/sw.js');
