import type { I18n } from '@lingui/core';

/** As a person would say it: nobody needs the seconds of five minutes. */
export function timeLeft(seconds: number, i18n: I18n): string {
  return seconds < 60
    ? i18n.t({ id: 'timeLeft.seconds', message: '{n} s left', values: { n: Math.max(1, Math.round(seconds)) } })
    : i18n.t({ id: 'timeLeft.minutes', message: '{n} min left', values: { n: Math.round(seconds / 60) } });
}
