import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

/** Nothing for a moment, so that what is quick does not flicker; then words. */
export function Loading({ what }: { what?: string }) {
  const { i18n } = useLingui();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="muted loading" role="status">
      {late && (what ?? i18n.t({ id: 'loading', message: 'Loading…' }))}
    </p>
  );
}
