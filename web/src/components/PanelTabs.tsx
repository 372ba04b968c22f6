import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.layer.css';
import type { ReactNode } from 'react';
import classes from './PanelTabs.module.css';

export type PanelTab<T extends string> = { value: T; label: ReactNode; count?: ReactNode; panel: ReactNode };

type Props<T extends string> = {
  /** Names the row of tabs for screen readers. */
  label: string;
  tabs: readonly PanelTab<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** Tabs at the top of a side panel; the open one fills the rest of it and scrolls by itself. */
export function PanelTabs<T extends string>({ label, tabs, value, onChange }: Props<T>) {
  return (
    <Tabs
      value={value}
      onChange={(next) => next && onChange(next as T)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, tab: classes.tab, tabLabel: classes.label }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} className={classes.panel}>
          {tab.panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
