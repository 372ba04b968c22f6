import { useEffect, useRef, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { nearOf, type Near } from './filters';
import type { ChangeFilters } from './useFilters';

const messages = defineMessages({
  nowhere: { id: 'explore.nowhere', defaultMessage: 'Your device did not say where you are.' },
});

/** Where the device is; null when it does not say, or not within ten seconds. */
function deviceAt(): Promise<Near | null> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done(nearOf(coords.longitude, coords.latitude)),
      () => done(null),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  });
}

/** Sorts by the distance from where the person is, once they ask for it and the device says where that is. */
export function useNearMe(change: ChangeFilters) {
  const intl = useIntl();
  const [problem, setProblem] = useState<string | null>(null);
  // Until the device answers, other filters may have been chosen.
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  }, [change]);
  const sort = async () => {
    setProblem(null);
    const near = await deviceAt();
    if (near) return latest.current({ near });
    const words = intl.formatMessage(messages.nowhere);
    setProblem(words);
    announce(words);
  };
  return { sort: () => void sort(), problem, forget: () => setProblem(null) };
}
