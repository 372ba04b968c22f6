import { useDebouncedCallback } from '@mantine/hooks';
import { useContext } from 'react';
import { UNSAFE_DataRouterContext, useLocation } from 'react-router';

/**
 * Gives on what somebody types once they pause, in ms. Not when another page is on its way or there already: to write into
 * the address then would bring them back. The router itself is asked, as React may still show the page they leave.
 */
export function useTyped(give: (text: string) => void, pause: number): (text: string) => void {
  const router = useContext(UNSAFE_DataRouterContext)?.router;
  const { pathname } = useLocation();
  return useDebouncedCallback((text: string) => {
    const leaves = router && (router.state.navigation.state !== 'idle' || router.state.location.pathname !== pathname);
    if (!leaves) give(text);
  }, pause);
}
