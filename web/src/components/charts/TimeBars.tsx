import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import '@mantine/core/styles/ColorSwatch.layer.css';
import { useDirection } from '@mantine/core';
import { useIntl } from 'react-intl';

type Props = {
  /** One entry a day (or week, month): its first day as `YYYY-MM-DD`, and a number for each series. */
  data: readonly ({ day: string } & Record<string, string | number>)[];
  /** Colours are variables of tokens.css, such as `var(--state-mapped)`. */
  series: readonly { name: string; label: string; color: string }[];
  height?: number;
};

/** Stacked bars over time. Its own chunk: import it with `lazy`, inside a ChartFigure. */
export default function TimeBars({ data, series, height = 240 }: Props) {
  const intl = useIntl();
  // Time runs as one reads.
  const isRtl = useDirection().dir === 'rtl';
  const day = (value: string) => intl.formatDate(`${value}T12:00:00`, { day: 'numeric', month: 'short' });
  return (
    <BarChart
      h={height}
      data={data.map((entry) => ({ ...entry }))}
      dataKey="day"
      type="stacked"
      series={[...series]}
      withLegend={series.length > 1}
      legendProps={{ itemSorter: null }}
      gridAxis="x"
      tickLine="none"
      valueFormatter={(value) => intl.formatNumber(value)}
      xAxisProps={{ tickFormatter: day, minTickGap: 24, reversed: isRtl }}
      yAxisProps={{
        allowDecimals: false,
        width: 36,
        orientation: isRtl ? 'right' : 'left',
        tickFormatter: (value: number) => intl.formatNumber(value),
      }}
      tooltipProps={{ labelFormatter: (value) => (value ? day(String(value)) : ''), isAnimationActive: false }}
      // The table is for the keyboard; the drawing is hidden from what is told, so nothing in it may take the focus.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false, radius: 0, maxBarSize: 48 }}
    />
  );
}
