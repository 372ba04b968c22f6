import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer';
import { searchesOfVisitor } from './savedSearches';

/** Opens the page with the search that the person chose for it, where the address asks for none. */
export function useFirstSearch(): void {
  const [params, setParams] = useSearchParams();
  const { viewer } = useViewer();
  const how = useNavigationType();
  const { key } = useLocation();
  const decided = useRef(false);
  // By Back one returns to what was there; any other address is what somebody asked for.
  const open = params.size === 0 && (how !== 'POP' || key === 'default');
  useEffect(() => {
    if (decided.current) return;
    if (!open) decided.current = true;
    if (!open || viewer === undefined) return;
    decided.current = true;
    const first = (viewer?.savedSearches ?? searchesOfVisitor()).find(({ opensExplore }) => opensExplore);
    if (first) setParams(new URLSearchParams(first.query), { replace: true });
  }, [open, viewer, setParams]);
}
