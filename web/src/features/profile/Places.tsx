import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { Point } from 'geojson';
import { Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { Bars } from '../../components/charts/Bars';
import { Section } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './Places.module.css';
import { mapPart } from '../../app/part';

const WhereMap = mapPart(() => import('./WhereMap'));
const SHOWN = 6;

const placesFragment = graphql(`
  fragment Places on Person {
    id
    statistics {
      countries {
        name
        total
      }
      places: projects(first: 100) {
        total
        project {
          id
          centroid
        }
      }
    }
  }
`);

/** Where in the world somebody worked: a small map, and the countries with the most tasks. */
export function Places({ person: from }: { person: FragmentType<typeof placesFragment> }) {
  const { data, complete } = useFragment({ fragment: placesFragment, from });
  if (!complete || data.statistics.countries.length === 0) return null;
  const { countries, places } = data.statistics;
  return (
    <Section
      title={
        <FormattedMessage
          id="profile.countries"
          defaultMessage="{count, plural, one {# country} other {# countries}}"
          values={{ count: countries.length }}
        />
      }
      card
    >
      <div className={classes.places}>
        <div className={classes.map}>
          <Suspense fallback={null}>
            <WhereMap
              countries={countries.map(({ name }) => name)}
              places={places.map(({ project, total }) => ({
                key: project.id,
                at: (project.centroid as Point).coordinates,
                tasks: total,
              }))}
            />
          </Suspense>
        </div>
        <div>
          <Bars
            bars={countries.slice(0, SHOWN).map(({ name, total }) => ({
              key: name,
              label: name,
              value: total,
              words: (
                <FormattedMessage
                  id="profile.tasks"
                  defaultMessage="{count, plural, one {# task} other {# tasks}}"
                  values={{ count: total }}
                />
              ),
            }))}
          />
          {countries.length > SHOWN && (
            <p className={classes.rest}>
              <FormattedMessage
                id="profile.more"
                defaultMessage="and {count, number} more"
                values={{ count: countries.length - SHOWN }}
              />
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}
