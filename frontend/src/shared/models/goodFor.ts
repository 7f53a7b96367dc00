import type { I18n } from '@lingui/core';

/** What a model of the catalogue is good for, by the family in its name; empty for one of somebody's own. */
export function goodFor(id: string, i18n: I18n): string {
  if (/^vosk-.*small/.test(id)) {
    return i18n.t({ id: 'goodFor.voskSmall', message: 'Words appear while one speaks, on any machine; makes the most mistakes.' });
  }
  if (id.startsWith('vosk-')) {
    return i18n.t({ id: 'goodFor.vosk', message: 'Words appear while one speaks; wants several gigabytes of memory when it is large.' });
  }
  switch (/^whisper-(tiny|base|small|medium|large-v3-turbo|large)/.exec(id)?.[1]) {
    case 'tiny':
      return i18n.t({ id: 'goodFor.tiny', message: 'For a first try: the quickest, and the one that mishears most names.' });
    case 'base':
      return i18n.t({ id: 'goodFor.base', message: 'Good to begin with: quick on any laptop, mishears some names of drugs.' });
    case 'small':
      return i18n.t({ id: 'goodFor.small', message: 'For every day: fewer mistakes, a few times slower than base.' });
    case 'medium':
      return i18n.t({ id: 'goodFor.medium', message: 'Careful: wants a strong machine, or time.' });
    case 'large-v3-turbo':
      return i18n.t({ id: 'goodFor.turbo', message: 'Nearly as careful as the largest, and a good deal quicker.' });
    case 'large':
      return i18n.t({ id: 'goodFor.large', message: 'The most careful, and the slowest.' });
    default:
      return '';
  }
}
