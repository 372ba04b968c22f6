import { useLayoutEffect, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far each entry of the history was scrolled when it was left, in px. */
const kept = new Map<string, number>();

/** Back to this page finds the list where it was left. `innerRef` scrolls on wide screens, the page itself on phones. */
export function useKeptScroll(innerRef: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  const how = useNavigationType();
  useLayoutEffect(() => {
    const list = innerRef.current;
    const page = document.getElementById('page');
    if (!list || !page) return;
    const top = how === NavigationType.Pop ? kept.get(key) : undefined;
    if (top !== undefined) {
      list.scrollTop = top;
      page.scrollTop = top;
    }
    let last = top ?? 0;
    const remember = (event: Event) => {
      last = (event.currentTarget as HTMLElement).scrollTop;
    };
    list.addEventListener('scroll', remember, { passive: true });
    page.addEventListener('scroll', remember, { passive: true });
    return () => {
      list.removeEventListener('scroll', remember);
      page.removeEventListener('scroll', remember);
      kept.set(key, last);
    };
  }, [innerRef, key, how]);
}
