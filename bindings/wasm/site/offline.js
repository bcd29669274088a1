// Keeps the pages for use without a connection. The build fills in the version and the list of files.

const KEPT = `tuoyu-${"VERSION"}`;
const FILES = ["FILES"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const others = (names) => names.filter((name) => name.startsWith("tuoyu-") && name !== KEPT);
  const clear = caches.keys().then((names) => Promise.all(others(names).map((name) => caches.delete(name))));
  event.waitUntil(clear.then(() => self.clients.claim()));
});

// What is kept is answered without a request; everything else goes its way.
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const answer = caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request));
  event.respondWith(answer);
});
