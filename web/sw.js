// The service worker: the page works without a network, from the first question to the diary.
//
// 1. All files of one version are fetched before that version is used, into a cache of its own; a page
//    never mixes files of two versions.
// 2. A new version waits until the person takes it or no page is open: a session is never reloaded.
// 3. Only this site's own files are answered from the cache. What the server decides (api/, the address
//    with the token) always goes to the server, and nothing of it is ever cached.
//
// vite.config.ts puts `version` and `files` before this text.
/* global version, files */
const prefix = `limber:${new URL(self.registration.scope).pathname}:`;
const name = prefix + version;
const home = new URL("./", self.registration.scope).href;
const known = new Set(files.map((file) => new URL(file, home).href));

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(name).then((cache) =>
      cache.addAll([...known].map((address) => new Request(address, { cache: "no-cache", credentials: "same-origin" }))),
    ),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((all) => Promise.all(all.filter((each) => each.startsWith(prefix) && each !== name).map((each) => caches.delete(each))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = request.url.replace(/#.*$/, "");
  if (!known.has(address)) return;
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(address))
      .then((kept) => kept ?? fetch(request)),
  );
});

// A reminder was touched: back to the page.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients
      .matchAll({ type: "window" })
      .then(([page]) => (page === undefined ? self.clients.openWindow(home) : page.focus())),
  );
});
