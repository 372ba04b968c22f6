import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { AreaSize } from '../../components/AreaSize';
import { difficultyWords, typeWords } from '../../components/projectWords';
import { useNow } from '../../components/useNow';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../gql';
import classes from './Overview.module.css';

export const factsFragment = graphql(`
  fragment ProjectFacts on Project {
    id
    mappingTypes
    difficulty
    countries
    imagery
    areaM2
    contributorCount
    dueDate
    lastUpdated
    changesetComment
    partOfCampaigns {
      id
      name
      url
    }
    partnerships {
      id
      endedOn
      partner {
        id
        name
        permalink
      }
    }
    requiredLicense {
      id
      name
      plainTextHtml
    }
  }
`);

/** The name of an imagery layer, or where its tiles come from. */
function imageryName(imagery: string): string {
  return URL.canParse(imagery.replaceAll(/[{}]/g, '')) ? new URL(imagery.replaceAll(/[{}]/g, '')).host : imagery;
}

/** What is to be mapped, where, how hard, until when: a line each, only what is known. */
export function Facts({ project: from }: { project: FragmentType<typeof factsFragment> }) {
  const intl = useIntl();
  const now = useNow();
  const { data: project, complete } = useFragment({ fragment: factsFragment, from });
  if (!complete) return null;
  const { mappingTypes, countries, imagery, dueDate, partOfCampaigns, requiredLicense } = project;
  const partners = project.partnerships.filter(({ endedOn }) => !endedOn || Date.parse(endedOn) > now);
  const rows: [key: string, name: ReactNode, value: ReactNode][] = [
    [
      'types',
      <FormattedMessage id="overview.types" defaultMessage="To be mapped" />,
      mappingTypes.length > 0 && intl.formatList(mappingTypes.map((type) => intl.formatMessage(typeWords[type]))),
    ],
    [
      'difficulty',
      <FormattedMessage id="overview.difficulty" defaultMessage="Difficulty" />,
      intl.formatMessage(difficultyWords[project.difficulty]),
    ],
    [
      'imagery',
      <FormattedMessage id="resources.imagery" defaultMessage="Imagery" />,
      imagery && <bdi>{imageryName(imagery)}</bdi>,
    ],
    [
      'where',
      <FormattedMessage id="overview.where" defaultMessage="Where" />,
      countries.length > 0 && intl.formatList(countries),
    ],
    ['size', <FormattedMessage id="overview.size" defaultMessage="Size" />, <AreaSize m2={project.areaM2} />],
    [
      'people',
      <FormattedMessage id="projectPanel.people" defaultMessage="People" />,
      <FormattedNumber value={project.contributorCount} />,
    ],
    [
      'due',
      <FormattedMessage id="overview.due" defaultMessage="Due" />,
      dueDate && <FormattedDate value={dueDate} dateStyle="long" />,
    ],
    [
      'changed',
      <FormattedMessage id="taskCard.lastChange" defaultMessage="Last change" />,
      <TimeAgo at={project.lastUpdated} />,
    ],
    [
      'campaigns',
      <FormattedMessage id="overview.campaigns" defaultMessage="Part of" />,
      partOfCampaigns.length > 0 && (
        <ul className={classes.inline}>
          {partOfCampaigns.map(({ id, name, url }) => (
            <li key={id}>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      'partners',
      <FormattedMessage id="overview.partners" defaultMessage="Mapped with" />,
      partners.length > 0 && (
        <ul className={classes.inline}>
          {partners.map(({ id, partner }) => (
            <li key={id}>
              <a href={`/partners/${partner.permalink}`}>{partner.name}</a>
            </li>
          ))}
        </ul>
      ),
    ],
    [
      'licence',
      <FormattedMessage id="overview.licence" defaultMessage="Licence" />,
      requiredLicense && (
        <details className={classes.licence}>
          <summary>{requiredLicense.name}</summary>
          <div dangerouslySetInnerHTML={{ __html: requiredLicense.plainTextHtml }} />
        </details>
      ),
    ],
  ];
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, , value]) => value)
        .map(([key, name, value]) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
