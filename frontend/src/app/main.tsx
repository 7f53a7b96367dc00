import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { previewNote } from '../features/preview/api/previewNote';
import { PreviewPage } from '../features/preview/PreviewPage';
import './style.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PreviewPage previewNote={previewNote} />
  </StrictMode>,
);
