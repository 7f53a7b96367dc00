import { useLayoutEffect, useState } from 'react';

type Functions<Actions> = { [name in keyof Actions]: (...given: never[]) => unknown };

/**
 * The same functions at every render, which do what the newest ones do: a line that is memoized is not drawn again
 * because somebody made a new function. For what happens after a render, never during one.
 */
export function useSteady<Actions extends Functions<Actions>>(actions: Actions): Actions {
  const [{ steady, renew }] = useState(() => steadyOf(actions));
  useLayoutEffect(() => renew(actions));
  return steady;
}

function steadyOf<Actions extends Functions<Actions>>(first: Actions) {
  let newest = first;
  const names = Object.keys(first) as (keyof Actions)[];
  const steady = Object.fromEntries(names.map((name) => [name, (...given: never[]) => newest[name](...given)])) as Actions;
  return {
    steady,
    renew: (actions: Actions) => {
      newest = actions;
    },
  };
}
