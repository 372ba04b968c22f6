import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { useViewer } from '../../app/viewer';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { useChange } from '../../components/useChange';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import type { Gender } from '../../gql/graphql';
import { useAccount, type Account } from './account';
import { countriesIn } from './countries';
import { EmailField } from './EmailField';
import { Interests } from './Interests';
import { SaveBar } from './SaveBar';
import classes from './Settings.module.css';
import { useDraft } from './useDraft';

const labels = defineMessages({
  name: { id: 'profile.name', defaultMessage: 'Name' },
  email: { id: 'profile.email', defaultMessage: 'E-mail' },
  city: { id: 'profile.city', defaultMessage: 'City or region' },
  country: { id: 'profile.country', defaultMessage: 'Country' },
  slackId: { id: 'profile.slack', defaultMessage: 'Slack' },
  twitterId: { id: 'profile.x', defaultMessage: 'X (Twitter)' },
  linkedinId: { id: 'profile.linkedin', defaultMessage: 'LinkedIn' },
  facebookId: { id: 'profile.facebook', defaultMessage: 'Facebook' },
  gender: { id: 'profile.gender', defaultMessage: 'Gender' },
  own: { id: 'profile.ownWords', defaultMessage: 'In your words' },
});
const genders = defineMessages({
  FEMALE: { id: 'profile.woman', defaultMessage: 'Woman' },
  MALE: { id: 'profile.man', defaultMessage: 'Man' },
  SELF_DESCRIBE: { id: 'profile.selfDescribe', defaultMessage: 'I describe it myself' },
  PREFER_NOT: { id: 'profile.preferNot', defaultMessage: 'I would rather not say' },
});

/** Texts of the form, with how long each may be. */
const LENGTHS = {
  name: 255,
  city: 255,
  slackId: 100,
  twitterId: 100,
  linkedinId: 100,
  facebookId: 100,
  selfDescriptionGender: 200,
} as const;
type Text = keyof typeof LENGTHS;
const CHANNELS = ['slackId', 'twitterId', 'linkedinId', 'facebookId'] as const;

export function ProfilePart() {
  const account = useAccount();
  if (account.account) return <Profile {...account} account={account.account} />;
  if (account.error) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  return (
    <Waiting>
      {Array.from({ length: 6 }, (_, index) => (
        <LineSkeleton key={index} width="100%" height={36} />
      ))}
    </Waiting>
  );
}

/** The fields of the form: null is an empty one. */
function fieldsOf({ email, country, gender, ...account }: Account) {
  const texts = Object.fromEntries(
    (Object.keys(LENGTHS) as Text[]).map((field) => [field, account[field] ?? '']),
  ) as Record<Text, string>;
  return { ...texts, email: email ?? '', country: country ?? '', gender: gender ?? null };
}
type Fields = ReturnType<typeof fieldsOf>;

function Profile({ account, update, refetch }: ReturnType<typeof useAccount> & { account: Account }) {
  const intl = useIntl();
  const { viewer } = useViewer();
  const saved = useMemo(() => fieldsOf(account), [account]);
  const draft = useDraft<Fields>(`taskgrid-profile-${viewer?.person.osmId}`, saved);
  const { run, busy, problem } = useChange();
  const [refused, setRefused] = useState<Partial<Record<string, string>>>({});
  const form = useRef<HTMLDivElement>(null);
  const countries = useMemo(() => countriesIn(intl.locale), [intl.locale]);
  const { value, change } = draft;

  const show = (field: keyof Fields, text: unknown) =>
    field === 'gender' && text
      ? intl.formatMessage(genders[text as Gender])
      : typeof text === 'string' && text
        ? text
        : intl.formatMessage({ id: 'settings.nothing', defaultMessage: 'nothing' });
  /** Under a field: what stands there by now, where another window changed it meanwhile. */
  const conflict = (field: keyof Fields) =>
    draft.conflicts.includes(field) && (
      <span className={classes.conflict} role="alert">
        <FormattedMessage
          id="profile.conflict"
          defaultMessage="This was changed elsewhere to “{value}”. Save again to keep yours, or discard your changes."
          values={{ value: show(field, saved[field]) }}
        />
      </span>
    );
  const error = (field: keyof Fields) => refused[field] ?? (conflict(field) || undefined);
  const text = (field: Text) => (
    <TextInput
      key={field}
      id={`profile-${field}`}
      label={intl.formatMessage(field === 'selfDescriptionGender' ? labels.own : labels[field])}
      value={value[field]}
      maxLength={LENGTHS[field]}
      error={error(field)}
      autoComplete={field === 'name' ? 'name' : field === 'city' ? 'address-level2' : 'off'}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );

  const save = async () => {
    setRefused({});
    // What another window saved meanwhile is shown before it is overwritten.
    const fresh = (await refetch().catch(() => undefined))?.data?.viewer;
    const now = fresh ? fieldsOf({ ...fresh.account, ...fresh.person }) : saved;
    const isSeen = Object.keys(draft.wanted).every((name) => {
      const field = name as keyof Fields;
      return now[field] === saved[field] || now[field] === draft.wanted[field];
    });
    draft.accept(saved);
    if (!isSeen) return;
    const sent = draft.wanted;
    const done = await run(async () => {
      const result = await update(sent);
      if (result?.__typename === 'InvalidInput') {
        setRefused(Object.fromEntries(result.issues.map(({ path, message }) => [path[0] ?? '', message])));
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }
      return result;
    });
    if (!done) return;
    draft.settle(sent);
    announce(intl.formatMessage({ id: 'settings.saved', defaultMessage: 'Saved' }));
  };

  const told = (Object.keys(saved) as (keyof Fields)[]).filter((field) => field !== 'selfDescriptionGender');
  return (
    <div ref={form}>
      <Section
        title={<FormattedMessage id="profile.about" defaultMessage="About you" />}
        text={
          <FormattedMessage
            id="profile.complete"
            defaultMessage="You have told {told, number} of {count, number} things about yourself. None of them is needed; those you work with see all but your e-mail and gender."
            values={{ told: told.filter((field) => value[field]).length, count: told.length }}
          />
        }
      >
        <div className={classes.fields}>
          {text('name')}
          <EmailField
            label={intl.formatMessage(labels.email)}
            value={value.email}
            saved={saved.email}
            verified={account.emailVerified}
            error={error('email')}
            onChange={(email) => change({ email })}
          />
          <div className={classes.pair}>
            {text('city')}
            <NativeSelect
              label={intl.formatMessage(labels.country)}
              value={value.country}
              error={error('country')}
              autoComplete="country-name"
              onChange={(event) => change({ country: event.currentTarget.value })}
            >
              <option value="">{intl.formatMessage({ id: 'profile.noCountry', defaultMessage: 'Not said' })}</option>
              {value.country && !countries.some(({ value: known }) => known === value.country) && (
                <option value={value.country}>{value.country}</option>
              )}
              {countries.map((country) => (
                <option key={country.value} value={country.value}>
                  {country.label}
                </option>
              ))}
            </NativeSelect>
          </div>
          <div>
            <Radio.Group
              label={intl.formatMessage(labels.gender)}
              description={
                <FormattedMessage
                  id="profile.genderHint"
                  defaultMessage="Only counted, to learn who takes part. Nobody sees what you answer."
                />
              }
              value={value.gender ?? ''}
              error={error('gender')}
              onChange={(gender) =>
                // Own words are only taken with the answer they belong to.
                change({
                  gender: gender as Gender,
                  ...(gender !== 'SELF_DESCRIBE' && { selfDescriptionGender: saved.selfDescriptionGender }),
                })
              }
            >
              <div className={classes.optionsRow} style={{ marginTop: 10 }}>
                {(Object.keys(genders) as Gender[]).map((gender) => (
                  <Radio key={gender} value={gender} label={intl.formatMessage(genders[gender])} />
                ))}
              </div>
            </Radio.Group>
            {value.gender === 'SELF_DESCRIBE' && <div className={classes.own}>{text('selfDescriptionGender')}</div>}
          </div>
        </div>
      </Section>
      <Section
        title={<FormattedMessage id="profile.channels" defaultMessage="Where to find you" />}
        text={
          <FormattedMessage
            id="profile.channelsText"
            defaultMessage="Your names there, for people who are signed in here."
          />
        }
      >
        <div className={classes.pair}>{CHANNELS.map(text)}</div>
      </Section>
      <Interests />
      <SaveBar
        count={draft.count}
        busy={busy}
        problem={problem}
        onSave={() => void save()}
        onDiscard={() => {
          setRefused({});
          draft.discard();
        }}
      />
    </div>
  );
}
