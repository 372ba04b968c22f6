import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import type { CommentEditorProps } from './CommentEditor';
import { part } from '../../app/part';

const CommentEditor = part(() => import('./CommentEditor'));

/** The comment editor, fetched where a page shows it; its place is kept meanwhile. */
export function CommentField(props: CommentEditorProps) {
  return (
    <Suspense fallback={<Skeleton height={96 + 20 * (props.minRows ?? 3)} />}>
      <CommentEditor {...props} />
    </Suspense>
  );
}
