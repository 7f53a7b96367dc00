import type { components } from '../../shared/api/schema';

export type Note = components['schemas']['Note'];
export type Section = components['schemas']['Section'];
export type Statement = components['schemas']['Statement'];
export type Evidence = components['schemas']['Evidence'];
export type Utterance = components['schemas']['Utterance'];
