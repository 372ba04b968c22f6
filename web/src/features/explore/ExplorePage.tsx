import { useMediaQuery } from '@mantine/hooks';
import { IconList, IconMap2 } from '@tabler/icons-react';
import { Suspense, useCallback, useRef, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useAfterPaint } from '../../components/useAfterPaint';
import classes from './ExplorePage.module.css';
import { FilterBar } from './FilterBar';
import { ProjectList } from './ProjectList';
import { useFilters } from './useFilters';
import { useFirstSearch } from './useFirstSearch';
import { useKeptScroll } from './useKeptScroll';
import { mapPart } from '../../app/part';

const messages = defineMessages({
  title: { id: 'explore.title', defaultMessage: 'Explore projects · Taskgrid' },
  list: { id: 'explore.list', defaultMessage: 'Projects' },
  map: { id: 'explore.map', defaultMessage: 'Map of the projects' },
});

// Larger than all the rest of the page, and slow to start: it comes once the list can be read.
const ExploreMap = mapPart(() => import('./ExploreMap'));

export default function ExplorePage() {
  const intl = useIntl();
  const [filters, change] = useFilters();
  useFirstSearch();
  const [lit, setLit] = useState<number | null>(null);
  const [wholeMap, setWholeMap] = useState(false);
  const narrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const strip = narrow && !wholeMap;
  const list = useRef<HTMLElement>(null);
  const [listed, setListed] = useState(false);
  const onListed = useCallback(() => setListed(true), []);
  const isMapDue = useAfterPaint(listed);
  useKeptScroll(list);
  return (
    <div className={classes.page} data-map={wholeMap ? 'whole' : 'strip'}>
      <title>{intl.formatMessage(messages.title)}</title>
      <FilterBar filters={filters} change={change} />
      <div className={classes.body}>
        <section ref={list} id="list" className={classes.list} aria-label={intl.formatMessage(messages.list)}>
          <ProjectList filters={filters} change={change} lit={lit} onLight={setLit} onListed={onListed} />
        </section>
        <section id="map" className={classes.map} aria-label={intl.formatMessage(messages.map)}>
          <Suspense fallback={null}>
            {isMapDue && (
              <ExploreMap
                key={strip ? 'strip' : 'whole'}
                filters={filters}
                change={change}
                lit={lit}
                onLight={setLit}
                strip={strip}
              />
            )}
          </Suspense>
          <button type="button" className={classes.toggle} onClick={() => setWholeMap(!wholeMap)}>
            {wholeMap ? <IconList size={20} aria-hidden /> : <IconMap2 size={20} aria-hidden />}
            {wholeMap ? (
              <FormattedMessage id="explore.showList" defaultMessage="Show list" />
            ) : (
              <FormattedMessage id="explore.showMap" defaultMessage="Show map" />
            )}
          </button>
        </section>
      </div>
    </div>
  );
}
