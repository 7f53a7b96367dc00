import { useLingui } from '@lingui/react';
import { Link } from 'react-router';
import { usePageTitle } from '../shared/ui/usePageTitle';

export function NotFoundPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'notFound.title', message: 'No such page' }));
  return (
    <main className="page empty" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'notFound.title', message: 'No such page' })}</h1>
      <Link className="button" to="/">
        {i18n.t({ id: 'notFound.back', message: 'To the visits' })}
      </Link>
    </main>
  );
}
