// The draft of an application stays on this device: what happened and where, never who. It goes once the application is sent.
const key = 'acikkapi-taslak';
const form = document.querySelector('form[data-form="basvuru"]');
const kept = ['kind', 'subject', 'text', 'location.provinceCode', 'location.districtCode', 'location.neighbourhood'];
const read = () => { try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; } };

if (document.querySelector('[data-receipt]')) localStorage.removeItem(key);

if (form) {
  const draft = read();
  const fields = [...form.elements].filter(f => kept.includes(f.name) && f.type !== 'hidden');
  let restored = false;
  for (const field of fields) {
    const value = draft[field.name];
    if (!value) continue;
    if (field.type === 'radio') { if (field.value === value && !form.querySelector(`[name="${field.name}"]:checked`)) field.checked = restored = true; }
    else if (!field.value) { field.value = value; restored ||= field.value === value; }
  }
  const note = document.querySelector('[data-draft-note]');
  if (restored && note) note.hidden = false;
  form.addEventListener('input', () => {
    const now = read();
    for (const field of fields) if (field.type !== 'radio' || field.checked) now[field.name] = field.value;
    localStorage.setItem(key, JSON.stringify(now));
  });
  document.querySelector('[data-draft-drop]')?.addEventListener('click', () => { localStorage.removeItem(key); form.reset(); location.reload(); });
  form.addEventListener('submit', event => {
    if (navigator.onLine) return;
    event.preventDefault();
    delete form.dataset.sent;
    const say = document.querySelector('[data-draft-offline]');
    if (say) { say.hidden = false; say.focus(); }
  });
  // A page from the cache carries yesterday's token.
  if (form.dataset.cached !== undefined || document.body.dataset.fromCache) renew();
  addEventListener('online', renew);
}

async function renew() {
  try {
    const answer = await fetch('/belirtec', { credentials: 'same-origin' });
    if (answer.ok) form.querySelector('[name="belirtec"]').value = (await answer.json()).token;
  } catch { /* still offline */ }
}
