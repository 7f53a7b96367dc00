import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { LibraryPage } from '../features/library/LibraryPage';
import { Loading } from '../shared/ui/Loading';
import { AppBar } from './AppBar';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { SessionGate } from './SessionGate';

const NewVisitPage = lazy(async () => ({ default: (await import('../features/newVisit/NewVisitPage')).NewVisitPage }));
const LivePage = lazy(async () => ({ default: (await import('../features/live/LivePage')).LivePage }));
const ReviewPage = lazy(async () => ({ default: (await import('../features/review/ReviewPage')).ReviewPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/SettingsPage')).SettingsPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('../features/templates/TemplatesPage')).TemplatesPage }));
const UsersPage = lazy(async () => ({ default: (await import('../features/admin/UsersPage')).UsersPage }));
const AuditPage = lazy(async () => ({ default: (await import('../features/admin/AuditPage')).AuditPage }));
const ComparePage = lazy(async () => ({ default: (await import('../features/compare/ComparePage')).ComparePage }));
const ModelsPage = lazy(async () => ({ default: (await import('../features/models/ModelsPage')).ModelsPage }));

export function App() {
  return (
    <SessionGate>
      <AppBar />
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<LibraryPage />} />
            <Route path="/new" element={<NewVisitPage />} />
            <Route path="/visits/:id/live" element={<LivePage />} />
            <Route path="/visits/:id/compare" element={<ComparePage />} />
            <Route path="/visits/:id" element={<ReviewPage />} />
            <Route path="/note-templates" element={<TemplatesPage />} />
            <Route path="/models" element={<ModelsPage />} />
            <Route path="/users" element={<UsersPage />} />
            <Route path="/audit" element={<AuditPage />} />
            <Route path="/settings" element={<SettingsPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </SessionGate>
  );
}
