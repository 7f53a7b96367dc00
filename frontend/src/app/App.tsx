import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../shared/ui/Loading';
import { AppBar } from './AppBar';
import { ErrorBoundary } from './ErrorBoundary';
import { ForRole } from './ForRole';
import { KeyHelp } from './KeyHelp';
import { NotFoundPage } from './NotFoundPage';
import { ROUTES } from './routes';
import { SessionGate } from './SessionGate';

export function App() {
  return (
    <SessionGate>
      <AppBar />
      <KeyHelp />
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Routes>
            {Object.entries(ROUTES).map(([path, Page]) => (
              <Route
                key={path}
                path={path}
                element={
                  <ForRole path={path}>
                    <Page />
                  </ForRole>
                }
              />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </SessionGate>
  );
}
