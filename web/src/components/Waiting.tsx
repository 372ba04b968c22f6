import { Skeleton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

/** Shows its children (a skeleton of the real shape) only when the wait is longer than 200 ms: quick answers do not flicker. */
export function Waiting({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" style={{ visibility: late ? 'visible' : 'hidden' }}>
      {children}
    </div>
  );
}

/** One line of text still to come; `height` is that of its letters in px. */
export function LineSkeleton({ width, height = 12 }: { width: string | number; height?: number }) {
  return <Skeleton width={width} height={height} my={4} radius="xs" />;
}
