import { AreaChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import '@mantine/core/styles/ColorSwatch.layer.css';
import { useDirection } from '@mantine/core';
import { useIntl } from 'react-intl';

type Props = {
  /** One entry a day (or week): its first day as `YYYY-MM-DD`, and a number for each series. */
  data: readonly ({ day: string } & Record<string, string | number>)[];
  /** Colours are variables of tokens.css. */
  series: readonly { name: string; label: string; color: string }[];
  /** A line across at what they lead to. */
  goal?: { value: number; label: string };
  height?: number;
};

/** Numbers that grow over time, one before the other. Its own chunk: import it with `lazy`, inside a ChartFigure. */
export default function TimeLines({ data, series, goal, height = 240 }: Props) {
  const intl = useIntl();
  // Time runs as one reads.
  const isRtl = useDirection().dir === 'rtl';
  // Asked for the name of no place as well, while the pointer is nowhere.
  const day = (value: unknown) =>
    typeof value === 'string' ? intl.formatDate(`${value}T12:00:00`, { day: 'numeric', month: 'short' }) : '';
  return (
    <AreaChart
      h={height}
      data={data.map((entry) => ({ ...entry }))}
      dataKey="day"
      series={[...series]}
      curveType="stepAfter"
      fillOpacity={0.35}
      withGradient={false}
      withDots={false}
      withLegend={series.length > 1}
      legendProps={{ itemSorter: null }}
      gridAxis="x"
      tickLine="none"
      {...(goal && { referenceLines: [{ y: goal.value, label: goal.label, color: 'var(--text-3)' }] })}
      valueFormatter={(value) => intl.formatNumber(value)}
      xAxisProps={{ tickFormatter: day, minTickGap: 24, reversed: isRtl }}
      yAxisProps={{
        allowDecimals: false,
        width: 44,
        orientation: isRtl ? 'right' : 'left',
        tickFormatter: (value: number) => intl.formatNumber(value),
        ...(goal && { domain: [0, goal.value] }),
      }}
      tooltipProps={{ labelFormatter: day, isAnimationActive: false }}
      // The table is for the keyboard; the drawing is hidden from what is told, so nothing in it may take the focus.
      areaChartProps={{ accessibilityLayer: false }}
      areaProps={{ isAnimationActive: false }}
    />
  );
}
