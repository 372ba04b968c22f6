import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Chapter } from './Chapter';
import { AreaArt } from './ManageArt';

const messages = defineMessages({ title: { id: 'learn.manage', defaultMessage: 'Run a project' } });

export function ManageChapter() {
  const intl = useIntl();
  return (
    <Chapter
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="learn.manage.lead"
          defaultMessage="For organisations that need a map: what lets strangers finish it, and well."
        />
      }
      parts={[
        {
          key: 'area',
          title: <FormattedMessage id="learn.area" defaultMessage="Keep the area small" />,
          text: (
            <FormattedMessage
              id="learn.area.text"
              defaultMessage="Draw it round the places that matter, not round a whole district. Small projects are finished, and a second one is quickly made. Choose squares that take an hour or less."
            />
          ),
          art: <AreaArt />,
        },
        {
          key: 'imagery',
          title: <FormattedMessage id="learn.imagery" defaultMessage="Choose the imagery yourself" />,
          text: (
            <FormattedMessage
              id="learn.imagery.text"
              defaultMessage="Look at several corners of the area: which imagery is newest, sharpest and free of clouds? All mappers then trace from the same, and you know its offset."
            />
          ),
        },
        {
          key: 'write',
          title: <FormattedMessage id="learn.write" defaultMessage="Write for someone who starts today" />,
          text: (
            <FormattedMessage
              id="learn.write.text"
              defaultMessage="What to map, what to leave out, and a picture of each from your own area. Say who needs the map, and by when: it is why people come back."
            />
          ),
        },
        {
          key: 'answer',
          title: <FormattedMessage id="learn.answer" defaultMessage="Be there in the first days" />,
          text: (
            <FormattedMessage
              id="learn.answer.text"
              defaultMessage="Answer questions, and have tasks validated from the first day on: a mistake that is noticed early is not made a hundred times. At the end tell everyone what their map was used for."
            />
          ),
        },
      ]}
    >
      <Button component={Link} to="/projects/new">
        <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
      </Button>
    </Chapter>
  );
}
