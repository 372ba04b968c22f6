import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Chapter } from './Chapter';
import { LandArt, LeaningArt, OffsetArt, RiverArt, RoadsArt, SquareArt } from './MapArt';

const messages = defineMessages({ title: { id: 'learn.map', defaultMessage: 'Map well' } });

export function MapChapter() {
  const intl = useIntl();
  return (
    <Chapter
      title={intl.formatMessage(messages.title)}
      lead={
        <FormattedMessage
          id="learn.map.lead"
          defaultMessage="What experienced mappers do without thinking. The instructions of a project come first where they say otherwise."
        />
      }
      parts={[
        {
          key: 'offset',
          title: <FormattedMessage id="learn.offset" defaultMessage="Check the imagery before you draw" />,
          text: (
            <FormattedMessage
              id="learn.offset.text"
              defaultMessage="Imagery can lie several metres off. Compare it with GPS tracks, or with what many have mapped before. If it is off, move the imagery in the editor, never the map."
            />
          ),
          art: <OffsetArt />,
        },
        {
          key: 'square',
          title: <FormattedMessage id="learn.square" defaultMessage="Square the corners of buildings" />,
          text: (
            <FormattedMessage
              id="learn.square.text"
              defaultMessage="One outline for each building, with all its corners. Then press <key>Q</key>, in iD as in JOSM, and they are square. Round huts stay round: press <key>O</key>."
              values={{ key: (text) => <kbd>{text}</kbd> }}
            />
          ),
          art: <SquareArt />,
        },
        {
          key: 'lean',
          title: <FormattedMessage id="learn.lean" defaultMessage="Put buildings where they meet the ground" />,
          text: (
            <FormattedMessage
              id="learn.lean.text"
              defaultMessage="From a slanted view a roof lies beside its walls. Trace the roof, because you see it best, then move the outline to the foot of the walls."
            />
          ),
          art: <LeaningArt />,
        },
        {
          key: 'roads',
          title: <FormattedMessage id="learn.roads" defaultMessage="Join roads, and name them by their use" />,
          text: (
            <FormattedMessage
              id="learn.roads.text"
              defaultMessage="Where two roads meet they share a point; where one passes over the other on a bridge they do not. What a road is for decides its type, not its surface: residential along houses, unclassified from village to village, track to the fields, path where no car fits."
            />
          ),
          art: <RoadsArt />,
        },
        {
          key: 'land',
          title: <FormattedMessage id="learn.land" defaultMessage="A village is more than its houses" />,
          text: (
            <FormattedMessage
              id="learn.land.text"
              defaultMessage="A residential area is one line round houses, yards and gardens. Fields and woods stay outside, each with a land use of its own. Do not tie such areas to roads: they move apart one day."
            />
          ),
          art: <LandArt />,
        },
        {
          key: 'river',
          title: <FormattedMessage id="learn.river" defaultMessage="Let water flow downhill" />,
          text: (
            <FormattedMessage
              id="learn.river.text"
              defaultMessage="Draw rivers and streams from source to mouth: the arrows on the line show the flow. Where both banks can be seen, draw the water between them as an area as well."
            />
          ),
          art: <RiverArt />,
        },
        {
          key: 'doubt',
          title: <FormattedMessage id="learn.doubt" defaultMessage="Leave what you cannot see" />,
          text: (
            <FormattedMessage
              id="learn.doubt.text"
              defaultMessage="People trust the map with their lives. Under clouds or on blurred imagery do not guess: say so when you hand the task back. Names come from people on the ground, never from other maps."
            />
          ),
        },
      ]}
    >
      <Button component={Link} to="/explore">
        <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
      </Button>
    </Chapter>
  );
}
