import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { LinkTabs } from '../../components/LinkTabs';

const messages = defineMessages({ chapters: { id: 'learn.chapters', defaultMessage: 'Chapters' } });

export function ChapterTabs() {
  const intl = useIntl();
  return (
    <LinkTabs
      label={intl.formatMessage(messages.chapters)}
      tabs={[
        {
          to: '/learn/quickstart',
          label: <FormattedMessage id="learn.quickstart" defaultMessage="Your first task" />,
        },
        { to: '/learn/map', label: <FormattedMessage id="learn.map" defaultMessage="Map well" /> },
        { to: '/learn/validate', label: <FormattedMessage id="learn.validate" defaultMessage="Validate kindly" /> },
        { to: '/learn/manage', label: <FormattedMessage id="learn.manage" defaultMessage="Run a project" /> },
      ]}
    />
  );
}
