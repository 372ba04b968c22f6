import { FormattedMessage, FormattedNumber } from 'react-intl';
import { PersonLink } from '../../components/PersonLink';
import { PeopleTable } from './PeopleTable';

export type Leader = {
  person: { id: string; osmId: number; username: string; pictureUrl?: string | null };
  tasksMapped: number;
  tasksValidated: number;
};

/** Who did most, first. */
export function Leaderboard({ leaders }: { leaders: readonly Leader[] }) {
  if (leaders.length === 0) {
    return (
      <p>
        <FormattedMessage id="partner.nobody" defaultMessage="Nobody finished a task in this period." />
      </p>
    );
  }
  return (
    <PeopleTable
      columns={[
        <FormattedMessage id="statistics.mapped" defaultMessage="Tasks mapped" />,
        <FormattedMessage id="statistics.validated" defaultMessage="Tasks validated" />,
      ]}
      rows={leaders.map(({ person, tasksMapped, tasksValidated }) => ({
        key: person.id,
        person: <PersonLink person={person} />,
        figures: [<FormattedNumber value={tasksMapped} />, <FormattedNumber value={tasksValidated} />],
      }))}
    />
  );
}
