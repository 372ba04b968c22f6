import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { AreaSize } from '../../components/AreaSize';
import { ErrorState } from '../../components/ErrorState';
import { Figures } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './LiveFigures.module.css';
import { useFresh } from './fresh';

const messages = defineMessages({
  title: { id: 'home.figures', defaultMessage: 'Taskgrid in numbers' },
});

const figuresQuery = graphql(`
  query HomeFigures {
    statistics {
      peopleAtWork
      people
      publishedProjects
      tasksMapped
      tasksValidated
      area {
        mappedM2
      }
    }
  }
`);

/** The installation in numbers. They follow what happens, in place. */
export function LiveFigures() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(figuresQuery, { fetchPolicy: 'cache-and-network' });
  useFresh(refetch);
  const now = data?.statistics;
  if (error && !now) {
    return (
      <ErrorState
        title={<FormattedMessage id="home.figures.failed" defaultMessage="The numbers did not load." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  // The boxes are there at once, and keep their place when the numbers come.
  const value = (shown: ReactNode) => (now ? shown : <span className={classes.waiting} />);
  const count = (of: number | undefined) => value(<FormattedNumber value={of ?? 0} />);
  return (
    <section aria-label={intl.formatMessage(messages.title)} aria-busy={!now}>
      <Figures
        figures={[
          {
            key: 'now',
            value: count(now?.peopleAtWork),
            label: (
              <>
                <i className={classes.dot} aria-hidden />
                <FormattedMessage id="home.figures.now" defaultMessage="at work now" />
              </>
            ),
          },
          {
            key: 'people',
            value: count(now?.people),
            label: <FormattedMessage id="home.figures.people" defaultMessage="mappers and validators" />,
          },
          {
            key: 'projects',
            value: count(now?.publishedProjects),
            label: <FormattedMessage id="home.figures.projects" defaultMessage="open projects" />,
          },
          {
            key: 'mapped',
            value: count(now?.tasksMapped),
            label: <FormattedMessage id="home.figures.mapped" defaultMessage="tasks mapped" />,
          },
          {
            key: 'validated',
            value: count(now?.tasksValidated),
            label: <FormattedMessage id="home.figures.validated" defaultMessage="tasks validated" />,
          },
          {
            key: 'area',
            value: value(<AreaSize m2={now?.area.mappedM2 ?? 0} />),
            label: <FormattedMessage id="home.figures.area" defaultMessage="of ground mapped" />,
          },
        ]}
      />
    </section>
  );
}
