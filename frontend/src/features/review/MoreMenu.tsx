import { useLingui } from '@lingui/react';
import { useRef } from 'react';

interface MoreMenuProps {
  items: readonly (readonly [name: string, act: () => void])[];
}

/** What is wanted less often, behind one button: the browser's own disclosure. */
export function MoreMenu({ items }: MoreMenuProps) {
  const { i18n } = useLingui();
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    details.current!.open = false;
    details.current!.querySelector('summary')!.focus();
  };
  return (
    // Esc closes it from wherever in it the focus is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={details}
      className="more-menu"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && (event.currentTarget.open = false)}
    >
      <summary className="button">{i18n.t({ id: 'review.more', message: 'More' })}</summary>
      <ul className="card">
        {items.map(([name, act]) => (
          <li key={name}>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                close();
                act();
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
