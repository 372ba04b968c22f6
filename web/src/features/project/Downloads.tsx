import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import classes from './Overview.module.css';
import { osmchaAddress } from '../../task/osmLinks';

export const downloadsFragment = graphql(`
  fragment ProjectDownloads on Project {
    id
    bbox
    created
    changesetComment
    osmchaFilterId
    exports {
      contents
      format
      url
    }
  }
`);

const contents = defineMessages({
  AREA: { id: 'downloads.area', defaultMessage: 'Outline of the project' },
  TASKS: { id: 'downloads.tasks', defaultMessage: 'All tasks with their state' },
  HISTORY: { id: 'downloads.history', defaultMessage: 'What happened to the tasks' },
  CONTRIBUTORS: { id: 'downloads.people', defaultMessage: 'People and what they did' },
});
const ORDER = ['AREA', 'TASKS', 'HISTORY', 'CONTRIBUTORS'] as const;

/** Names of formats are the same in every language. */
const FORMATS = {
  CSV: 'CSV',
  FLATGEOBUF: 'FlatGeobuf',
  GEOJSON: 'GeoJSON',
  GPX: 'GPX',
  OSM_XML: 'OSM XML',
} as const;

/** The project's data as files, each in its formats, and its changesets in OSMCha. */
export function Downloads({ project: from }: { project: FragmentType<typeof downloadsFragment> }) {
  const intl = useIntl();
  const { data: project, complete } = useFragment({
    fragment: downloadsFragment,
    from,
  });
  if (!complete) return null;
  return (
    <ul className={classes.downloads}>
      {ORDER.map((content) => (
        <li key={content}>
          <span>{intl.formatMessage(contents[content])}</span>
          <span className={classes.formats}>
            {project.exports
              .filter((each) => each.contents === content)
              .map(({ format, url }) => (
                <a
                  key={format}
                  href={url}
                  download
                  aria-label={`${intl.formatMessage(contents[content])}: ${FORMATS[format]}`}
                >
                  <IconDownload size={16} aria-hidden />
                  {FORMATS[format]}
                </a>
              ))}
          </span>
        </li>
      ))}
      <li>
        <span>
          <FormattedMessage id="downloads.changesets" defaultMessage="Its changesets in OpenStreetMap" />
        </span>
        <span className={classes.formats}>
          <a href={osmchaAddress(project)} target="_blank" rel="noopener noreferrer">
            <IconExternalLink size={16} aria-hidden />
            OSMCha
          </a>
        </span>
      </li>
    </ul>
  );
}
