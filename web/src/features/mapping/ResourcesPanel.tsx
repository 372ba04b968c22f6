import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { AreaSize } from '../../components/AreaSize';
import { unionOf } from '../../map/bounds';
import { osmchaAddress, overpassAddress } from '../../task/osmLinks';
import classes from './MappingPage.module.css';
import type { TaskWork } from './taskWork';
import type { WorkProject } from './WorkOnTasks';

const messages = defineMessages({
  copy: { id: 'resources.copy', defaultMessage: 'Copy' },
  copied: { id: 'resources.copied', defaultMessage: 'Copied' },
});

/** What one needs beside the editor: changeset comment, imagery, the outline as files, and what others see of the place. */
export function ResourcesPanel({ project, details }: { project: WorkProject; details: readonly TaskWork[] }) {
  const rest = `/api/v2/projects/${project.number}`;
  const numbers = details.map((task) => task.number).join(',');
  const bbox = details.length > 0 ? unionOf(details.map((task) => task.bbox)) : null;
  return (
    <div className={classes.scroll} tabIndex={0}>
      <Copyable
        title={<FormattedMessage id="resources.changeset" defaultMessage="Changeset comment" />}
        text={project.changesetComment}
      />
      <Copyable title={<FormattedMessage id="resources.imagery" defaultMessage="Imagery" />} text={project.imagery} />
      <div className={classes.field}>
        <h2 className={classes.label}>
          <FormattedMessage id="resources.outline" defaultMessage="Outline" />
          <span>
            <AreaSize m2={details.reduce((sum, task) => sum + task.areaM2, 0)} />
          </span>
        </h2>
        <Away
          icon={<IconDownload size={18} aria-hidden />}
          href={`${rest}/tasks/queries/gpx/?as_file=true&tasks=${numbers}`}
          file
        >
          <FormattedMessage id="taskMenu.gpx" defaultMessage="Outline as GPX" />
        </Away>
        <Away icon={<IconDownload size={18} aria-hidden />} href={`${rest}/tasks/?as_file=true&tasks=${numbers}`} file>
          <FormattedMessage id="resources.download" defaultMessage="Download as GeoJSON" />
        </Away>
        <Away icon={<IconDownload size={18} aria-hidden />} href={`${rest}/queries/aoi/?as_file=true`} file>
          <FormattedMessage id="resources.project" defaultMessage="Whole project as GeoJSON" />
        </Away>
      </div>
      {bbox && (
        <div className={classes.field}>
          <h2 className={classes.label}>
            <FormattedMessage id="resources.elsewhere" defaultMessage="Look at this place elsewhere" />
          </h2>
          <Away icon={<IconExternalLink size={18} aria-hidden />} href={overpassAddress(bbox)}>
            <FormattedMessage id="taskMenu.overpass" defaultMessage="What is mapped here (Overpass)" />
          </Away>
          <Away
            icon={<IconExternalLink size={18} aria-hidden />}
            href={osmchaAddress({ ...project, osmchaFilterId: null, bbox })}
          >
            <FormattedMessage id="taskMenu.osmcha" defaultMessage="Changesets here (OSMCha)" />
          </Away>
        </div>
      )}
    </div>
  );
}

type AwayProps = { icon: ReactNode; href: string; file?: boolean; children: ReactNode };

function Away({ icon, href, file, children }: AwayProps) {
  return (
    <a className={classes.download} href={href} {...(file ? { download: '' } : { target: '_blank', rel: 'noopener' })}>
      {icon}
      {children}
    </a>
  );
}

function Copyable({ title, text }: { title: ReactNode; text: string | null }) {
  const intl = useIntl();
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>{title}</h2>
      {text ? (
        <div className={classes.copyBox}>
          <bdi>{text}</bdi>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                onClick={copy}
                aria-label={intl.formatMessage(copied ? messages.copied : messages.copy)}
              >
                {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              </ActionIcon>
            )}
          </CopyButton>
        </div>
      ) : (
        <p className={classes.none}>
          <FormattedMessage id="resources.notGiven" defaultMessage="None is given: the editor’s own default is fine." />
        </p>
      )}
    </div>
  );
}
