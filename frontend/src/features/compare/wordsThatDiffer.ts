import { diffWords } from 'diff';

export interface Piece {
  text: string;
  differs: boolean;
}

/** Two texts, cut where they differ; the case of letters is no difference. */
export function wordsThatDiffer(one: string, other: string): [Piece[], Piece[]] {
  const changes = diffWords(one, other, { ignoreCase: true });
  const side = (without: 'added' | 'removed', mark: 'added' | 'removed') =>
    changes.filter((c) => !c[without]).map((c) => ({ text: c.value, differs: c[mark] }));
  return [side('added', 'removed'), side('removed', 'added')];
}
