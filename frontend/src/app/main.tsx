import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Recorder } from '../recording/Recorder';
import { RecorderContext } from '../recording/useRecording';
import { login, me } from '../shared/api/me';
import { Problem } from '../shared/api/problem';
import { preferred, speak } from '../shared/i18n/i18n';
import { preferences } from '../shared/preferences';
import { Announcer } from '../shared/ui/Announcer';
import { App } from './App';
import { ahead } from './routes';
import '../shared/tokens.css';
import '../shared/base.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Only what may pass by itself is tried again: no answer, or an answer that is not the api's.
      retry: (failures, error) => failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
      staleTime: 10_000,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    // Whether there is a network says nothing of a service that may run on this very machine.
    mutations: { networkMode: 'always' },
  },
});
const recorder = new Recorder();

window.addEventListener('beforeunload', (event) => {
  if (['recording', 'paused'].includes(recorder.snapshot().phase)) {
    event.preventDefault();
  }
});

// Both are wanted by the first screen, whichever that is: they are asked for while the language comes.
void queries.prefetchQuery(login);
void queries.prefetchQuery(me);
await Promise.all([speak(preferred(preferences.language.get(), navigator.languages)), ahead(location, queries)]);
const root = createRoot(document.getElementById('root')!, {
  // What the page itself tells is no defect.
  onCaughtError: (error) => {
    if (!(error instanceof Problem)) {
      reportError(error);
    }
  },
});
const page = (
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RecorderContext value={recorder}>
          <Announcer>
            <BrowserRouter>
              <App />
            </BrowserRouter>
          </Announcer>
        </RecorderContext>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>
);
// In slices, between which a slow processor answers.
startTransition(() => root.render(page));
// It is here: public/start.js counts anew.
sessionStorage.removeItem('loads');
