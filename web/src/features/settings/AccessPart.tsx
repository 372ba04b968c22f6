import { ApiKeys } from './ApiKeys';
import { Sessions } from './Sessions';

/** What acts for the person: the browsers that are signed in, and keys for programs. */
export function AccessPart() {
  return (
    <>
      <Sessions />
      <ApiKeys />
    </>
  );
}
