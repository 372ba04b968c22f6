import { useQuery } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { graphql } from '../../gql';
import classes from './IssueCounts.module.css';

const issueCategoriesQuery = graphql(`
  query IssueCategories {
    mappingIssueCategories {
      number
      name
      description
    }
  }
`);

const messages: Record<'more' | 'fewer', MessageDescriptor> = defineMessages({
  more: { id: 'issueCounts.more', defaultMessage: 'One more: {kind}' },
  fewer: { id: 'issueCounts.fewer', defaultMessage: 'One fewer: {kind}' },
});

/** How many of each kind of fault were found, by the number of the kind. */
export type Issues = Readonly<Record<number, number>>;

type Props = { issues: Issues; onChange: (issues: Issues) => void };

/** Counts the faults of a task by kind; folded away until somebody counts. */
export function IssueCounts({ issues, onChange }: Props) {
  const intl = useIntl();
  const { data } = useQuery(issueCategoriesQuery);
  const kinds = data?.mappingIssueCategories ?? [];
  if (kinds.length === 0) return null;
  const total = Object.values(issues).reduce((sum, count) => sum + count, 0);
  const step = (kind: number, by: number) => onChange({ ...issues, [kind]: Math.max(0, (issues[kind] ?? 0) + by) });
  return (
    <details className={classes.issues} open={total > 0 || undefined}>
      <summary>
        {total > 0 ? (
          <FormattedMessage
            id="issueCounts.found"
            defaultMessage="{count, plural, one {# problem found} other {# problems found}}"
            values={{ count: total }}
          />
        ) : (
          <FormattedMessage id="issueCounts.count" defaultMessage="Count the problems you found" />
        )}
      </summary>
      <ul>
        {kinds.map(({ number, name, description }) => {
          const count = issues[number] ?? 0;
          return (
            <li key={number}>
              <span className={classes.kind} title={description ?? undefined} dir="auto">
                {name}
              </span>
              <ActionIcon
                variant="default"
                size={32}
                disabled={count === 0}
                onClick={() => step(number, -1)}
                aria-label={intl.formatMessage(messages.fewer, { kind: name })}
              >
                <IconMinus size={16} aria-hidden />
              </ActionIcon>
              <output className={classes.count}>
                <FormattedNumber value={count} />
              </output>
              <ActionIcon
                variant="default"
                size={32}
                onClick={() => step(number, 1)}
                aria-label={intl.formatMessage(messages.more, { kind: name })}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
