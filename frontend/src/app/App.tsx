import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { LibraryPage } from '../features/library/LibraryPage';
import { Loading } from '../shared/ui/Loading';
import { AppBar } from './AppBar';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';

const NewVisitPage = lazy(async () => ({ default: (await import('../features/newVisit/NewVisitPage')).NewVisitPage }));
const LivePage = lazy(async () => ({ default: (await import('../features/live/LivePage')).LivePage }));
const ReviewPage = lazy(async () => ({ default: (await import('../features/review/ReviewPage')).ReviewPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/SettingsPage')).SettingsPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('../features/templates/TemplatesPage')).TemplatesPage }));
const ModelsPage = lazy(async () => ({ default: (await import('../features/models/ModelsPage')).ModelsPage }));

export function App() {
  return (
    <>
      <AppBar />
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<LibraryPage />} />
            <Route path="/new" element={<NewVisitPage />} />
            <Route path="/visits/:id/live" element={<LivePage />} />
            <Route path="/visits/:id" element={<ReviewPage />} />
            <Route path="/note-templates" element={<TemplatesPage />} />
            <Route path="/models" element={<ModelsPage />} />
            <Route path="/settings" element={<SettingsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
