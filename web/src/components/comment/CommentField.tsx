import { Skeleton } from '@mantine/core';
import { Suspense, lazy } from 'react';
import type { CommentEditorProps } from './CommentEditor';

const CommentEditor = lazy(() => import('./CommentEditor'));

/** The comment editor, fetched where a page shows it; its place is kept meanwhile. */
export function CommentField(props: CommentEditorProps) {
  return (
    <Suspense fallback={<Skeleton height={96 + 20 * (props.minRows ?? 3)} />}>
      <CommentEditor {...props} />
    </Suspense>
  );
}
