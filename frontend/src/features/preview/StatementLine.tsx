import type { Statement } from './types';

interface StatementLineProps {
  statement: Statement;
  lit: boolean;
  onLight: (statement: Statement | null) => void;
}

/** A statement lights its evidence while it is pointed at or focused. */
export function StatementLine({ statement, lit, onLight }: StatementLineProps) {
  const turns = [...new Set(statement.spans.map((span) => span.utterance))];
  return (
    <li>
      <button
        type="button"
        className={`statement ${statement.support}`}
        aria-describedby={turns.map((turn) => `turn-${turn}`).join(' ') || undefined}
        data-lit={lit || undefined}
        onMouseEnter={() => onLight(statement)}
        onMouseLeave={() => onLight(null)}
        onFocus={() => onLight(statement)}
        onBlur={() => onLight(null)}
      >
        {statement.topic !== '' && <strong>{statement.topic}: </strong>}
        {statement.text}
        {statement.support !== 'supported' && <span className="badge">{statement.support}</span>}
      </button>
      {statement.reasons.map((reason) => (
        <p key={reason.message} className="reason">
          {reason.message}
        </p>
      ))}
    </li>
  );
}
