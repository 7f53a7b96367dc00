// Before the first paint, and a file of its own: the page's policy allows no script inside it.
(function () {
  var chosen = localStorage.getItem('theme');
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();

// While the page is on its way: what it is going to ask for at this address (src/shared/api/early.ts takes it from here), and its own part there.
(function () {
  var early = (window.early = {});

  function ask(address) {
    early[address] = fetch(address);
    early[address].catch(function () {}); // whoever takes it is told
    return early[address];
  }

  /** Of a list: what its newest item, or the one that the page's address names, is by itself. */
  function askForOne(list, path, chosen) {
    ask(list).then(function (answer) {
      return answer.ok && answer.clone().json();
    }).then(function (page) {
      var items = (page && page.items) || [];
      var one = items.filter(function (item) { return item.id === chosen; })[0] || items[items.length - 1];
      if (one) {
        ask(path + one.id);
      }
    }).catch(function () {});
  }

  var path = location.pathname;
  var visit = /^\/visits\/([^/]+)$/.exec(path);
  ask('/api/v1/login');
  ask('/api/v1/me');
  if (visit) {
    var encounter = '/api/v1/encounters/' + visit[1];
    ask(encounter);
    ask('/api/v1/jobs?encounterId=' + visit[1] + '&size=1');
    askForOne(encounter + '/notes', '/api/v1/notes/', new URLSearchParams(location.search).get('note'));
    askForOne(encounter + '/transcripts', '/api/v1/transcripts/');
  } else if (path === '/' && !location.search) {
    ask('/api/v1/encounters?page=0&size=50');
  } else if (path === '/note-templates') {
    ask('/api/v1/templates');
  } else if (path === '/models') {
    ask('/api/v1/models');
    ask('/api/v1/providers');
  }

  var parts = document.querySelector('meta[name=parts]'); // none while the page is worked on
  var files = parts ? JSON.parse(parts.content) : {};
  Object.keys(files).forEach(function (at) {
    if (new RegExp(at).test(path)) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.fetchPriority = 'low';
      link.href = files[at];
      document.head.append(link);
    }
  });
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
