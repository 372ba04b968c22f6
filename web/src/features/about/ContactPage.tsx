import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Page } from '../../components/Page';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { ContactForm } from './ContactForm';

const messages = defineMessages({
  title: { id: 'contact.title', defaultMessage: 'Write to the people who run this site' },
});

const contactQuery = graphql(`
  query Contact {
    instance {
      takesMessages
    }
    viewer {
      person {
        id
        username
      }
      account {
        email
      }
    }
  }
`);

/** A message to the operators, where somebody reads it. */
export default function ContactPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(contactQuery);
  const [sent, setSent] = useState(false);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data && !data.instance.takesMessages) {
    return (
      <EmptyState
        page
        title={<FormattedMessage id="contact.closed" defaultMessage="Nobody reads messages here" />}
        text={
          <FormattedMessage
            id="contact.closedText"
            defaultMessage="The people who run this site gave no address. Ask in the comments of a project instead."
          />
        }
        action={
          <Button component={Link} to="/explore">
            <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
          </Button>
        }
      />
    );
  }
  if (sent) {
    return (
      <EmptyState
        page
        title={<FormattedMessage id="contact.sent" defaultMessage="Your message is on its way" />}
        text={
          <FormattedMessage id="contact.sentText" defaultMessage="The answer comes to the e-mail address you gave." />
        }
        action={
          <Button variant="default" onClick={() => setSent(false)}>
            <FormattedMessage id="contact.another" defaultMessage="Write another message" />
          </Button>
        }
      />
    );
  }
  return (
    <Page
      width="reading"
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="contact.lead"
          defaultMessage="They answer questions about the site and accounts. For one about a place or a task, the comments of its project are the quicker way."
        />
      }
    >
      {data ? (
        <ContactForm
          known={{ name: data.viewer?.person.username ?? '', email: data.viewer?.account.email ?? '' }}
          onSent={() => setSent(true)}
        />
      ) : (
        <Waiting>
          <LineSkeleton width="100%" height={40} />
          <LineSkeleton width="100%" height={40} />
          <LineSkeleton width="100%" height={132} />
        </Waiting>
      )}
    </Page>
  );
}
