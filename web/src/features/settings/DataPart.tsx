import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useViewer } from '../../app/viewer';
import { Section } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { graphql } from '../../gql';
import { DeleteAccount } from './DeleteAccount';
import classes from './Settings.module.css';

const exportQuery = graphql(`
  query DataExport {
    viewer {
      dataExport
    }
  }
`);

/** All that is kept about the person, to take away; and the end of the account. */
export function DataPart() {
  return (
    <>
      <Export />
      <DeleteAccount />
    </>
  );
}

type State = 'idle' | 'collecting' | 'done' | 'failed';

function Export() {
  const intl = useIntl();
  const client = useApolloClient();
  const { viewer } = useViewer();
  const [state, setState] = useState<State>('idle');
  const [file, setFile] = useState<{ url: string; kilobytes: number } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const name = `taskgrid-${viewer?.person.username ?? 'data'}-${new Date().toISOString().slice(0, 10)}.json`;

  useEffect(() => {
    if (!file) return;
    link.current?.click();
    return () => URL.revokeObjectURL(file.url);
  }, [file]);

  const collect = async () => {
    setState('collecting');
    try {
      const { data } = await client.query({ query: exportQuery, fetchPolicy: 'no-cache' });
      if (!data?.viewer) throw new Error('no answer');
      const blob = new Blob([JSON.stringify(data.viewer.dataExport, null, 2)], { type: 'application/json' });
      setFile({ url: URL.createObjectURL(blob), kilobytes: Math.max(1, Math.round(blob.size / 1000)) });
      setState('done');
    } catch {
      setState('failed');
    }
  };
  return (
    <Section
      title={<FormattedMessage id="data.title" defaultMessage="Take your data with you" />}
      text={
        <FormattedMessage
          id="data.text"
          defaultMessage="Everything that is kept about you here, in one file: profile, tasks, comments, messages, devices. Lists hold the newest 10,000. What you mapped is in OpenStreetMap."
        />
      }
    >
      <Button
        variant="default"
        loading={state === 'collecting'}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void collect()}
      >
        <FormattedMessage id="data.download" defaultMessage="Download my data" />
      </Button>
      <p role="status" className={classes.hint} style={{ marginTop: 8 }}>
        {state === 'collecting' && (
          <FormattedMessage
            id="data.collecting"
            defaultMessage="Your data is put together. This takes up to a minute."
          />
        )}
        {state === 'done' && file && (
          <>
            <FormattedMessage
              id="data.done"
              defaultMessage="The file is ready: {size}."
              values={{
                size: intl.formatNumber(file.kilobytes, { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' }),
              }}
            />{' '}
            <a ref={link} href={file.url} download={name}>
              <FormattedMessage id="data.save" defaultMessage="Save it again" />
            </a>
          </>
        )}
      </p>
      <Problem>
        {state === 'failed' && (
          <FormattedMessage
            id="data.failed"
            defaultMessage="Your data could not be put together, because the server did not answer. Try again in a minute."
          />
        )}
      </Problem>
    </Section>
  );
}
