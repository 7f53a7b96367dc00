import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (text: string, urgent?: boolean) => void;

const Announcing = createContext<Announce>(() => undefined);

/** Tells a screen reader what changed elsewhere on the page. */
export function useAnnounce(): Announce {
  return useContext(Announcing);
}

/** The page's only live regions, mounted once, so that nothing is said twice. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  const announce = useCallback<Announce>((text, isUrgent = false) => (isUrgent ? setUrgent : setPolite)(text), []);
  return (
    <Announcing value={announce}>
      {children}
      <div className="only-heard" role="status">
        {polite}
      </div>
      <div className="only-heard" role="alert">
        {urgent}
      </div>
    </Announcing>
  );
}
