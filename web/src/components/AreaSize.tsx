import { FormattedMessage } from 'react-intl';

/** An area in the unit that gives few digits: square metres under a hectare, square kilometres above. */
export function AreaSize({ m2 }: { m2: number }) {
  if (m2 < 10_000) {
    return (
      <FormattedMessage
        id="area.m2"
        defaultMessage="{value, number} m²"
        values={{ value: Math.max(1, Math.round(m2)) }}
      />
    );
  }
  const km2 = m2 / 1_000_000;
  const digits = km2 < 10 ? 2 : 0;
  return (
    <FormattedMessage
      id="area.km2"
      defaultMessage="{value, number} km²"
      values={{ value: Number(km2.toFixed(digits)) }}
    />
  );
}
