import { useIntl } from 'react-intl';

/** An area given in m², as km² with as many digits as its size deserves. */
export function SquareKm({ m2 }: { m2: number }) {
  const intl = useIntl();
  const km2 = m2 / 1_000_000;
  const digits = intl.formatNumber(km2, { maximumSignificantDigits: km2 < 100 ? 2 : 3 });
  return <>{intl.formatMessage({ id: 'unit.km2', defaultMessage: '{number} km²' }, { number: digits })}</>;
}
