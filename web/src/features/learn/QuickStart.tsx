import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { StepArt } from '../../art/StepArt';
import { Chapter } from './Chapter';

const messages = defineMessages({ title: { id: 'learn.quickstart', defaultMessage: 'Your first task' } });

export function QuickStart() {
  const intl = useIntl();
  return (
    <Chapter
      steps
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="learn.quickstart.lead"
          defaultMessage="Six steps from nothing to a mapped square. A browser on a computer with a mouse is best."
        />
      }
      parts={[
        {
          key: 'account',
          title: <FormattedMessage id="learn.account" defaultMessage="Sign in with OpenStreetMap" />,
          text: (
            <FormattedMessage
              id="learn.account.text"
              defaultMessage="You map under your own name, so you need an account there. It is free, and you can make one on the way."
            />
          ),
        },
        {
          key: 'project',
          title: <FormattedMessage id="learn.project" defaultMessage="Choose a project" />,
          text: (
            <FormattedMessage
              id="learn.project.text"
              defaultMessage="Explore lists those that need you, the most urgent first. Begin with one that is marked as easy."
            />
          ),
        },
        {
          key: 'instructions',
          title: <FormattedMessage id="learn.instructions" defaultMessage="Read the instructions" />,
          text: (
            <FormattedMessage
              id="learn.instructions.text"
              defaultMessage="They say what to map and what to leave out. No two projects ask for the same."
            />
          ),
        },
        {
          key: 'take',
          title: <FormattedMessage id="learn.take" defaultMessage="Take a task" />,
          text: (
            <FormattedMessage
              id="learn.take.text"
              defaultMessage="Choose a square on the map, or let us choose one. It is yours until its time is over; if you need longer, keep it."
            />
          ),
          art: <StepArt step="choose" />,
        },
        {
          key: 'trace',
          title: <FormattedMessage id="home.how.map" defaultMessage="Trace what you see" />,
          text: (
            <FormattedMessage
              id="learn.trace.text"
              defaultMessage="In the editor, choose Area for a house or a field and Line for a road or a river, click along its edge, and say what it is. Save often: what is saved is in OpenStreetMap."
            />
          ),
          art: <StepArt step="map" />,
        },
        {
          key: 'submit',
          title: <FormattedMessage id="learn.submit" defaultMessage="Hand the task back" />,
          text: (
            <FormattedMessage
              id="learn.submit.text"
              defaultMessage="Say whether the whole square is mapped. If it is not, the next mapper goes on where you stopped. A validator looks at it, and writes to you if something is missing."
            />
          ),
          art: <StepArt step="validate" />,
        },
      ]}
    >
      <Button component={Link} to="/explore">
        <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
      </Button>
      <Button component={Link} to="/learn/map" variant="default">
        <FormattedMessage id="learn.map" defaultMessage="Map well" />
      </Button>
    </Chapter>
  );
}
