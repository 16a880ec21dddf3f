// The desk's queue: what is recorded without a connection waits in this browser, each under a key of its own, and is sent when the
// connection is back. The same key makes sure that nothing is recorded twice, however often it is sent.
const form = document.querySelector('form[data-form="kayit"]');
const box = document.querySelector('[data-queue]');
const list = document.querySelector('[data-queue-list]');

const open = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open('acikkapi', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('kuyruk', { keyPath: 'key' });
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
const run = async (mode, work) => {
  const store = (await open()).transaction('kuyruk', mode).objectStore('kuyruk');
  return new Promise((resolve, reject) => { const asked = work(store); asked.onsuccess = () => resolve(asked.result); asked.onerror = () => reject(asked.error); });
};
const all = () => run('readonly', s => s.getAll());
const put = entry => run('readwrite', s => s.put(entry));
const drop = key => run('readwrite', s => s.delete(key));

async function show() {
  const waiting = await all();
  box.hidden = waiting.length === 0;
  list.replaceChildren(...waiting.map(entry => {
    const line = document.createElement('li');
    const body = new URLSearchParams(entry.body);
    line.textContent = `${body.get('subject') || 'Başlıksız'} – ${new Date(entry.at).toLocaleString('tr-TR')} ${entry.done ? `: kaydedildi, takip no. ${entry.done}${entry.boxKey ? `, kutu anahtarı ${entry.boxKey}` : ''}` : entry.wrong ? `: ${entry.wrong} ` : ''}`;
    if (entry.wrong || entry.done) {
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'link';
      remove.textContent = entry.done ? 'Listeden kaldır' : 'Forma al ve düzelt';
      remove.addEventListener('click', async () => { if (entry.wrong) fill(body); await drop(entry.key); show(); });
      line.append(remove);
    }
    return line;
  }));
}

function fill(body) {
  for (const field of form.elements) {
    if (!field.name || field.name === 'belirtec' || field.name === 'idempotencyKey' || field.type === 'hidden') continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = body.getAll(field.name).includes(field.value);
    else field.value = body.get(field.name) ?? '';
  }
}

const token = async () => (await (await fetch('/belirtec')).json()).token;

async function send() {
  for (const entry of await all()) {
    if (entry.done) continue;
    try {
      const answer = await fetch('/gorevli/kayit/kuyruk', { method: 'POST', body: new URLSearchParams(entry.body), headers: { 'X-Belirtec': await token() }, redirect: 'manual' });
      if (answer.status === 201) {
        const { trackingNumber, boxKey } = await answer.json();
        await put({ ...entry, body: new URLSearchParams({ subject: new URLSearchParams(entry.body).get('subject') ?? '' }).toString(), done: trackingNumber, boxKey, wrong: null });
      }
      else if (answer.status === 422) await put({ ...entry, wrong: Object.values((await answer.json()).errors ?? {}).flat().join(' ') });
      else if (answer.type === 'opaqueredirect' || answer.status === 401) await put({ ...entry, wrong: null, wait: 'giris' });
    } catch { break; } // still no connection
  }
  await show();
}

async function keep() {
  const body = new URLSearchParams(new FormData(form));
  body.delete('belirtec');
  const key = crypto.randomUUID();
  body.set('idempotencyKey', key);
  await put({ key, at: Date.now(), body: body.toString() });
  form.reset();
  delete form.dataset.sent;
  await show();
  box.scrollIntoView();
}

if (form) {
  form.addEventListener('submit', event => {
    if (navigator.onLine || event.submitter?.value === 'denetle') return;
    event.preventDefault();
    keep();
  });
  document.querySelector('[data-queue-send]').addEventListener('click', send);
  addEventListener('online', send);
  show().then(() => { if (navigator.onLine) send(); });
}
