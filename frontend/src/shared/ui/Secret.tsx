import { useLingui } from '@lingui/react';
import { useAnnounce } from './Announcer';
import { Icon } from './Icon';

interface SecretProps {
  text: string;
  secret: string;
  onClose: () => void;
}

/** Something that is shown once, to be copied. */
export function Secret({ text, secret, onClose }: SecretProps) {
  const { i18n } = useLingui();
  const announce = useAnnounce();
  return (
    <div className="note-box" role="status">
      <Icon name="lock" />
      <p>{text}</p>
      <div className="row">
        <code className="secret">{secret}</code>
        {navigator.clipboard && (
          <button
            type="button"
            className="button small"
            onClick={() =>
              void navigator.clipboard.writeText(secret).then(() => announce(i18n.t({ id: 'review.copied', message: 'Copied' })))
            }
          >
            {i18n.t({ id: 'review.copy', message: 'Copy' })}
          </button>
        )}
        <button type="button" className="button small" onClick={onClose}>
          {i18n.t({ id: 'secret.done', message: 'I have it' })}
        </button>
      </div>
    </div>
  );
}
