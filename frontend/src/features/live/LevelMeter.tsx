import { useLingui } from '@lingui/react';

const QUIETEST = -60;

/** The last seconds' loudness; a word says what it means. */
export function LevelMeter({ levels, silent }: { levels: readonly number[]; silent: boolean }) {
  const { i18n } = useLingui();
  const bars = levels.map((decibels) => Math.max(0, Math.min(1, 1 - decibels / QUIETEST)));
  const loudest = Math.max(...bars);
  return (
    <div className="level">
      <svg viewBox={`0 0 ${bars.length * 4} 32`} aria-hidden="true">
        {bars.map((bar, i) => (
          <rect key={i} x={i * 4} y={16 - Math.max(1, bar * 15)} width={2.4} height={Math.max(2, bar * 30)} rx={1.2} />
        ))}
      </svg>
      <span>
        {silent || loudest < 0.1
          ? i18n.t({ id: 'level.none', message: 'Hears nothing: check the microphone' })
          : loudest < 0.35
            ? i18n.t({ id: 'level.low', message: 'Level low: move closer' })
            : i18n.t({ id: 'level.good', message: 'Level good' })}
      </span>
    </div>
  );
}
