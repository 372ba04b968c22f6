import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the section that the address names (#conversation) once the page is there. */
export function useAnchor(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash]);
}
