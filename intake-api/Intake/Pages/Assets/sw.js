// Keeps what holds no data: styles, scripts, and two forms that can be filled in without a connection. Nothing that anybody typed.
const cache = 'acikkapi-{{acikkapi.js}}-{{acikkapi.css}}';
const assets = [{{all}}];
const pages = ['/basvuru'];
const desk = '/gorevli/kayit'; // kept when it was opened: a form without anybody's data

self.addEventListener('install', event => event.waitUntil(caches.open(cache).then(c => c.addAll([...assets, ...pages])).then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name !== cache).map(name => caches.delete(name))))
  .then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== location.origin) return;
  if (assets.includes(address.pathname)) event.respondWith(caches.match(event.request).then(kept => kept ?? fetch(event.request)));
  else if (pages.includes(address.pathname)) event.respondWith(fetch(event.request).catch(() => caches.match(address.pathname)));
  else if (address.pathname === desk) event.respondWith(fetch(event.request).then(async answer => {
    if (answer.ok && !answer.redirected) await (await caches.open(cache)).put(desk, answer.clone());
    return answer;
  }).catch(() => caches.match(desk)));
});
