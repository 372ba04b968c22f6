import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Chapter } from './Chapter';
import classes from './Learn.module.css';
import { StripsArt } from './ValidateArt';

const messages = defineMessages({ title: { id: 'learn.validate', defaultMessage: 'Validate kindly' } });

export function ValidateChapter() {
  const intl = useIntl();
  return (
    <Chapter
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="learn.validate.lead"
          defaultMessage="You are the second pair of eyes, and for many newcomers the first person they hear from. A kind word keeps a mapper for years."
        />
      }
      parts={[
        {
          key: 'look',
          title: <FormattedMessage id="learn.look" defaultMessage="Look at the whole square" />,
          text: (
            <FormattedMessage
              id="learn.look.text"
              defaultMessage="Go over it in strips, as near as you need to tell a house from a tree. What is missing, drawn twice, of the wrong type, or in the wrong place? Let the editor list its warnings too."
            />
          ),
          art: <StripsArt />,
        },
        {
          key: 'mend',
          title: <FormattedMessage id="learn.mend" defaultMessage="Mend what is small" />,
          text: (
            <FormattedMessage
              id="learn.mend.text"
              defaultMessage="A corner that is not square, a road that ends one step too early: correct it, approve the task, and say what you did. Send a task back when much is missing, or when the same mistake is all over it."
            />
          ),
        },
        {
          key: 'say',
          title: <FormattedMessage id="learn.say" defaultMessage="Say what is good, then what to do" />,
          text: (
            <FormattedMessage
              id="learn.say.text"
              defaultMessage="Name the place and the way to do it better. One thing to learn is enough for one day."
            />
          ),
          art: (
            <dl className={classes.words}>
              <div>
                <dt>
                  <FormattedMessage id="learn.say.not" defaultMessage="Rather not" />
                </dt>
                <dd>
                  <FormattedMessage id="learn.say.bad" defaultMessage="“Buildings wrong. Do it again.”" />
                </dd>
              </div>
              <div>
                <dt>
                  <FormattedMessage id="learn.say.but" defaultMessage="Better" />
                </dt>
                <dd>
                  <FormattedMessage
                    id="learn.say.good"
                    defaultMessage="“You found every house, even under the trees. North of the river some outlines overlap: draw each once, then press Q to square it.”"
                  />
                </dd>
              </div>
            </dl>
          ),
        },
        {
          key: 'ask',
          title: <FormattedMessage id="learn.ask" defaultMessage="Ask before you delete" />,
          text: (
            <FormattedMessage
              id="learn.ask.text"
              defaultMessage="The mapper may live there, or have seen newer imagery. Look at the history of a thing and ask its author. You do not validate your own work: someone else sees what you overlook."
            />
          ),
        },
      ]}
    >
      <Button component={Link} to="/explore?need=validate">
        <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
      </Button>
    </Chapter>
  );
}
