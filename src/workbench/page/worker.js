// Answers Microsoft's script address for the pane's frame: excel-win32-16.01.js talks to whatever window.external is, so
// the frame gets the workbench's before Microsoft's own office.js, unchanged, starts. Nothing else is answered here.
const HOSTED = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/([^?#]+)/;
const COPIES = new URL("office-js/", self.location.href);
const PANE = new URL("taskpane.html", self.location.href).href;
const START = `window.external = parent.officeWorkbench.attach(window);
document.write('<script src="' + document.currentScript.src + '?ms"></' + 'script>');`;

/** Documents that are the pane in a frame: the same page in a tab of its own asks Microsoft, as anywhere. */
const panes = new Set();

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { url, destination } = event.request;
  if (destination === "iframe" && url.split(/[?#]/)[0] === PANE) panes.add(event.resultingClientId);
  const [, file] = (panes.has(event.clientId) && HOSTED.exec(url)) || [];
  if (file) event.respondWith(answer(file, new URL(url).search));
});

const answer = (file, search) =>
  file === "office.js" && search !== "?ms"
    ? new Response(START, { headers: { "content-type": "text/javascript" } })
    : fetch(new URL(file, COPIES));
