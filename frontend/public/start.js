// Before the first paint, and a file of its own: the page's policy allows no script inside it.
(function () {
  var chosen = localStorage.getItem('theme');
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();

// While the page is on its way: see there.
if (window.Worker) {
  new Worker('/formats.js');
}

// A part of the page that did not come (the network changed meanwhile, or another version was put in place) would leave it blank.
(function () {
  var ATTEMPTS = 3;

  function again() {
    var root = document.getElementById('root');
    if (!root || !root.querySelector('.shell')) {
      return; // The page runs, and says itself what it misses.
    }
    var attempts = Number(sessionStorage.getItem('loads') || 0);
    if (attempts < ATTEMPTS) {
      sessionStorage.setItem('loads', String(attempts + 1));
      setTimeout(function () {
        location.reload();
      }, 500 * (attempts + 1));
      return;
    }
    sessionStorage.removeItem('loads');
    root.setAttribute('role', 'alert');
    root.replaceChildren(
      navigator.language.slice(0, 2) === 'de'
        ? 'Die Seite kam nicht ganz an. Prüfen Sie die Verbindung, und laden Sie die Seite neu.'
        : 'The page did not arrive whole. See whether you are connected, and load it again.',
    );
  }

  addEventListener(
    'error',
    function (event) {
      if (event.target instanceof HTMLScriptElement || (event.target instanceof HTMLLinkElement && event.target.rel === 'stylesheet')) {
        again();
      }
    },
    true,
  );
  addEventListener('vite:preloadError', again);
})();
