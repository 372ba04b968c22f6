import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconExternalLink } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { osmchaAddress, overpassAddress } from '../../task/osmLinks';

const messages = defineMessages({
  more: { id: 'taskMenu.more', defaultMessage: 'Files and links of this task' },
});

type Props = {
  project: {
    created: string;
    changesetComment: string;
    exports: readonly { contents: string; format: string; url: string }[];
  };
  task: { number: number; bbox: readonly number[] };
};

/** The task for other programs: its outline as a file, and what is in OpenStreetMap there. */
export function TaskMenu({ project, task }: Props) {
  const intl = useIntl();
  const file = (format: string) => {
    const url = project.exports.find((each) => each.contents === 'TASKS' && each.format === format)?.url;
    return url && `${url}${url.includes('?') ? '&' : '?'}tasks=${task.number}`;
  };
  const osmcha = osmchaAddress({ ...project, osmchaFilterId: null, bbox: task.bbox });
  const [gpx, xml] = [file('GPX'), file('OSM_XML')];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={intl.formatMessage(messages.more)}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {gpx && (
          <Menu.Item component="a" href={gpx} download leftSection={<IconDownload size={18} aria-hidden />}>
            <FormattedMessage id="taskMenu.gpx" defaultMessage="Outline as GPX" />
          </Menu.Item>
        )}
        {xml && (
          <Menu.Item component="a" href={xml} download leftSection={<IconDownload size={18} aria-hidden />}>
            <FormattedMessage id="taskMenu.xml" defaultMessage="Outline as OSM XML" />
          </Menu.Item>
        )}
        <Menu.Item
          component="a"
          href={overpassAddress(task.bbox)}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          <FormattedMessage id="taskMenu.overpass" defaultMessage="What is mapped here (Overpass)" />
        </Menu.Item>
        <Menu.Item
          component="a"
          href={osmcha}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          <FormattedMessage id="taskMenu.osmcha" defaultMessage="Changesets here (OSMCha)" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
