import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { graphql } from '../gql';
import { Avatar } from './Avatar';
import { ProgressBar } from './ProgressBar';
import classes from './ProjectCard.module.css';
import { useProjectAddress } from './useProjectAddress';

const projectCardFragment = graphql(`
  fragment ProjectCard on Project {
    id
    number
    name
    countries
    organisation {
      id
      number
      name
      logo
    }
    figures {
      percentMapped
      percentValidated
    }
  }
`);

type Props = {
  project: FragmentType<typeof projectCardFragment>;
  /** Its name is a heading of this level, under the heading of the list. */
  level?: 'h2' | 'h3';
  /** A line more, under the progress. */
  children?: ReactNode;
};

/** A project in a grid of a few: whose it is, where, and how far. The whole card leads to it. */
export function ProjectCard({ project: from, level: Name = 'h3', children }: Props) {
  const { data: project, complete } = useFragment({ fragment: projectCardFragment, from });
  const addressOf = useProjectAddress();
  if (!complete) return null;
  const { percentMapped, percentValidated } = project.figures;
  // percentMapped counts validated tasks too: what is only mapped is the difference.
  const mapped = Math.max(0, percentMapped - percentValidated);
  const facts = [project.countries[0], project.organisation?.name].filter(Boolean);
  return (
    <li className={classes.card}>
      <Avatar
        square
        size={40}
        id={project.organisation?.number ?? project.number}
        name={project.organisation?.name ?? project.name}
        picture={project.organisation?.logo}
      />
      <div className={classes.words}>
        <Name className={classes.name}>
          <Link to={addressOf(project.number)}>{project.name}</Link>
        </Name>
        <p className={classes.facts}>{facts.join(' · ')}</p>
      </div>
      <div className={classes.progress}>
        <ProgressBar validated={percentValidated} mapped={mapped} />
        <p>
          <FormattedMessage
            id="projectRow.progress"
            defaultMessage="{validated}% validated, {mapped}% mapped"
            values={{ validated: percentValidated, mapped }}
          />
        </p>
        {children}
      </div>
    </li>
  );
}

/** The grid that cards of projects stand in. */
export function ProjectCards({ children }: { children: ReactNode }) {
  return <ul className={classes.cards}>{children}</ul>;
}
