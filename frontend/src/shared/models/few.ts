import type { Model } from './ModelRow';

/** What most will want, from quick to careful. */
const FEW = ['whisper-base.en', 'whisper-small.en', 'whisper-small', 'vosk-model-small-en-us-0.15'];

export const isOffered = (model: Model) => FEW.includes(model.id);

/** In the order in which one would try them. */
export const inOrder = (a: Model, b: Model) => FEW.indexOf(a.id) - FEW.indexOf(b.id);
