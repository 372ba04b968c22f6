import { useEffect, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import { announce } from './announce';

/** Long enough for the page to have its name. */
const NAMED_AFTER_MS = 400;

/**
 * What a browser does when it opens a page, for pages that it does not open itself: `main` is scrolled to its top, or where
 * it was for who comes back, the focus goes to the heading, and the page's name is said. Someone whose focus is on
 * something that both pages have (a tab, a row of a list) keeps it.
 */
export function usePageChange(page: string, key: string): void {
  const type = useNavigationType();
  const before = useRef(page);
  const tops = useRef(new Map<string, number>());

  useEffect(() => {
    const main = document.getElementById('page');
    const note = () => main && tops.current.set(key, main.scrollTop);
    main?.addEventListener('scroll', note, { passive: true });
    return () => main?.removeEventListener('scroll', note);
  }, [key]);

  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    const main = document.getElementById('page');
    if (!main) return;
    main.scrollTop = type === NavigationType.Pop ? (tops.current.get(key) ?? 0) : 0;
    const timer = setTimeout(() => announce(document.title), NAMED_AFTER_MS);
    // A dialog that was opened meanwhile keeps the focus too.
    const inDialog = document.activeElement?.closest('[role="dialog"]');
    if (!inDialog && (!main.contains(document.activeElement) || document.activeElement === main)) {
      const heading = main.querySelector('h1');
      if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      (heading ?? main).focus({ preventScroll: true });
    }
    return () => clearTimeout(timer);
  }, [page, key, type]);
}
