import { Button } from '@mantine/core';
import { Component, createElement, lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorState } from '../components/ErrorState';
import classes from './part.module.css';

type Code<Props> = Promise<{ default: ComponentType<Props> }>;

/** Of parts whose code did not arrive and that say so: how each is asked for anew. */
const failed = new Set<() => void>();

/**
 * A part of a page whose code is fetched when it is first shown: within `Suspense`, as with React's `lazy`. That keeps a failure for
 * good; here "Try again" asks again, and the rest of the page stays as it is. `title`: what could not be shown.
 */
export function part<Props extends object>(load: () => Code<Props>, title?: ReactNode): ComponentType<Props> {
  let Fetched: LazyExoticComponent<ComponentType<Props>>;
  const askFor = () => {
    Fetched = lazy(() =>
      load().catch((error: unknown) => {
        failed.add(askFor);
        throw error;
      }),
    );
  };
  askFor();
  return function Part(props: Props) {
    return (
      <PartBoundary title={title} dialog={'opened' in props ? (props as unknown as DialogProps) : undefined}>
        {() => createElement(Fetched, props)}
      </PartBoundary>
    );
  };
}

/** The same for a map. */
export const mapPart = <Props extends object>(load: () => Code<Props>) =>
  part(load, <FormattedMessage id="map.failed" defaultMessage="The map could not be shown." />);

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}
interface BoundaryProps {
  /** Called anew after a failure, when there is other code to show. */
  children: () => ReactNode;
  title: ReactNode;
  /** Where the part is a dialog, what it is told of: then it has no place of its own in the page. */
  dialog: DialogProps | undefined;
}

class PartBoundary extends Component<BoundaryProps, { error?: Error }> {
  override state: { error?: Error } = {};
  #failures = 0;

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch() {
    this.#failures++;
    for (const askFor of failed) askFor();
    failed.clear();
  }

  #retry = () => {
    // With a connection, what does not come twice is not there any more: the page is older than the server.
    if (this.#failures > 1 && navigator.onLine) location.reload();
    else this.setState({ error: undefined });
  };

  override render() {
    const { children, title, dialog } = this.props;
    const { error } = this.state;
    if (!error) return children();
    const words = title ?? <FormattedMessage id="error.part" defaultMessage="This part could not be shown." />;
    const said = <ErrorState title={words} error={error} onRetry={this.#retry} />;
    if (!dialog) return <div className={classes.place}>{said}</div>;
    return (
      dialog.opened && (
        <div className={classes.notice}>
          {said}
          <Button variant="subtle" color="gray" onClick={dialog.onClose}>
            <FormattedMessage id="taskCard.close" defaultMessage="Close" />
          </Button>
        </div>
      )
    );
  }
}
