import { Button, TextInput, Textarea } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import classes from './About.module.css';
import { sendMessage, useKeptMessage, type Message } from './contact';

const messages = defineMessages({
  name: { id: 'contact.name', defaultMessage: 'Your name' },
  email: { id: 'contact.email', defaultMessage: 'E-mail address' },
  emailHint: { id: 'contact.emailHint', defaultMessage: 'The answer goes there.' },
  content: { id: 'contact.content', defaultMessage: 'Message' },
  noName: { id: 'contact.noName', defaultMessage: 'Say who you are.' },
  noEmail: { id: 'contact.noEmail', defaultMessage: 'Give an e-mail address, such as name@example.org.' },
  noContent: { id: 'contact.noContent', defaultMessage: 'Write a message first.' },
});

const FIELDS = ['name', 'email', 'content'] as const;
type Field = (typeof FIELDS)[number];

const missing = {
  name: (text: string) => !text.trim() && messages.noName,
  email: (text: string) => !/^\S+@\S+\.\S+$/.test(text.trim()) && messages.noEmail,
  content: (text: string) => !text.trim() && messages.noContent,
};

type Props = { known: { name: string; email: string }; onSent: () => void };

/** What is typed stays in the browser until it is sent. A field is checked when it is left, and all when sent. */
export function ContactForm({ known, onSent }: Props) {
  const intl = useIntl();
  const [message, setMessage, forget] = useKeptMessage(known);
  const [checked, setChecked] = useState<ReadonlySet<Field>>(new Set());
  const [state, setState] = useState<'idle' | 'sending' | 'refused' | 'often' | 'failed'>('idle');
  const form = useRef<HTMLFormElement>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(new Set(FIELDS));
    const wrong = FIELDS.find((field) => missing[field](message[field]));
    if (wrong) {
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    setState('sending');
    const answer = await sendMessage(message);
    if (answer !== 'sent') return setState(answer);
    forget();
    onSent();
  };

  const field = (name: Field) => {
    const problem = checked.has(name) && missing[name](message[name]);
    return {
      name,
      value: message[name],
      error: problem && intl.formatMessage(problem),
      onChange: (event: { currentTarget: { value: string } }) =>
        setMessage({ ...message, [name]: event.currentTarget.value } satisfies Message),
      onBlur: () => message[name] && setChecked(new Set([...checked, name])),
    };
  };

  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void send(event)} noValidate>
      <TextInput label={intl.formatMessage(messages.name)} autoComplete="name" maxLength={255} {...field('name')} />
      <TextInput
        label={intl.formatMessage(messages.email)}
        description={intl.formatMessage(messages.emailHint)}
        type="email"
        autoComplete="email"
        maxLength={254}
        {...field('email')}
      />
      <Textarea
        label={intl.formatMessage(messages.content)}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={10_000}
        {...field('content')}
      />
      {state !== 'idle' && state !== 'sending' && (
        <p className={classes.problem} role="alert">
          {state === 'often' ? (
            <FormattedMessage
              id="contact.often"
              defaultMessage="Many messages came from your network within the hour. Yours is kept here: send it later."
            />
          ) : state === 'refused' ? (
            <FormattedMessage
              id="contact.refused"
              defaultMessage="The server did not take it. Your message is kept here: check the e-mail address, then try again."
            />
          ) : (
            <FormattedMessage
              id="contact.failed"
              defaultMessage="Your message was not sent. It is kept here. Check your connection, then try again."
            />
          )}
        </p>
      )}
      <div>
        <Button type="submit" loading={state === 'sending'} h={44}>
          <FormattedMessage id="contact.send" defaultMessage="Send the message" />
        </Button>
      </div>
    </form>
  );
}
