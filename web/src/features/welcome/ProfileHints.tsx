import { IconChevronRight, IconCircleCheck, IconMail, IconSchool, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer';
import { Section } from '../../components/Page';
import classes from './WelcomePage.module.css';

/** What else makes the beginning easier, each a page of its own. */
export function ProfileHints({ email }: { email: string | null | undefined }) {
  const sendsMail = useViewer().instance?.sendsMail;
  return (
    <Section title={<FormattedMessage id="welcome.more" defaultMessage="Before you begin" />}>
      <ul className={classes.hints}>
        <Hint
          to="/learn/quickstart"
          icon={<IconSchool size={20} aria-hidden />}
          title={<FormattedMessage id="welcome.learn" defaultMessage="See how a first task goes" />}
          text={<FormattedMessage id="welcome.learn.text" defaultMessage="Six steps, ten minutes." />}
        />
        {sendsMail && (
          <Hint
            to="/settings"
            icon={email ? <IconCircleCheck size={20} aria-hidden /> : <IconMail size={20} aria-hidden />}
            title={
              email ? (
                <FormattedMessage id="welcome.email.there" defaultMessage="Your e-mail address is there" />
              ) : (
                <FormattedMessage id="welcome.email" defaultMessage="Add an e-mail address" />
              )
            }
            text={
              <FormattedMessage
                id="welcome.email.text"
                defaultMessage="We write when a validator answers you. You choose what else."
              />
            }
          />
        )}
        <Hint
          to="/settings"
          icon={<IconUser size={20} aria-hidden />}
          title={<FormattedMessage id="welcome.profile" defaultMessage="Say who you are" />}
          text={
            <FormattedMessage
              id="welcome.profile.text"
              defaultMessage="A name and a place help others to know whom they map with."
            />
          }
        />
      </ul>
    </Section>
  );
}

function Hint({ to, icon, title, text }: { to: string; icon: ReactNode; title: ReactNode; text: ReactNode }) {
  return (
    <li>
      {icon}
      <div>
        <Link to={to}>{title}</Link>
        <p>{text}</p>
      </div>
      <IconChevronRight size={18} className={classes.arrow} aria-hidden />
    </li>
  );
}
