import { useParams } from 'react-router';
import { NotFoundPage } from '../../app/NotFoundPage';
import { ManageChapter } from './ManageChapter';
import { MapChapter } from './MapChapter';
import { QuickStart } from './QuickStart';
import { ValidateChapter } from './ValidateChapter';

/** How to map, in four short chapters with an address each. */
export default function LearnPage() {
  const { chapter } = useParams();
  switch (chapter) {
    case 'quickstart':
      return <QuickStart />;
    case 'map':
      return <MapChapter />;
    case 'validate':
      return <ValidateChapter />;
    case 'manage':
      return <ManageChapter />;
    default:
      return <NotFoundPage />;
  }
}
