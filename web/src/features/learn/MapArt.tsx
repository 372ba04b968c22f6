import { strokes } from '../../art/Cell';
import { Outline, Pair, Roof } from './Pair';

const road = strokes('var(--land-line)', 16);

/** Roads of the map beside those of the imagery; then the imagery moved under them. */
export function OffsetArt() {
  const map = <path d="M-10 150C90 140 130 90 200 92S300 60 350 40M168 96C176 130 170 170 176 210" {...line} />;
  return (
    <Pair
      not={
        <>
          <g transform="translate(24 22)">
            <path d="M-40 154C90 140 130 90 200 92S300 60 350 40M168 96C176 130 170 170 176 210" {...road} />
            <Roof x={70} y={40} width={56} height={40} />
          </g>
          {map}
          <Outline
            points={[
              [70, 40],
              [126, 40],
              [126, 80],
              [70, 80],
            ]}
            wrong
          />
        </>
      }
      but={
        <>
          <path d="M-10 150C90 140 130 90 200 92S300 60 350 40M168 96C176 130 170 170 176 210" {...road} />
          <Roof x={70} y={40} width={56} height={40} />
          {map}
          <Outline
            points={[
              [70, 40],
              [126, 40],
              [126, 80],
              [70, 80],
            ]}
          />
        </>
      }
    />
  );
}

const line = strokes('var(--accent)', 2.4);

/** One blob over two houses; then an outline for each, with square corners. */
export function SquareArt() {
  const roofs = (
    <>
      <Roof x={70} y={56} width={90} height={64} />
      <Roof x={190} y={80} width={80} height={80} />
    </>
  );
  return (
    <Pair
      not={
        <>
          {roofs}
          <Outline
            points={[
              [64, 62],
              [154, 46],
              [276, 76],
              [266, 168],
              [186, 154],
              [76, 128],
            ]}
            wrong
          />
        </>
      }
      but={
        <>
          {roofs}
          <Outline
            points={[
              [70, 56],
              [160, 56],
              [160, 120],
              [70, 120],
            ]}
          />
          <Outline
            points={[
              [190, 80],
              [270, 80],
              [270, 160],
              [190, 160],
            ]}
          />
        </>
      }
    />
  );
}

/** A tower seen from the side: the outline on its roof; then at the foot of its walls. */
export function LeaningArt() {
  const tower = (
    <>
      <path d="M120 96L120 176L210 176L210 96Z" fill="var(--text)" opacity="0.1" />
      <path d="M120 176L160 116L160 36L120 96Z" fill="var(--land-text)" opacity="0.75" />
      <path d="M120 176L160 116L250 116L210 176Z" fill="var(--land-text)" opacity="0.45" />
      <path d="M160 36H250V116H160Z" fill="var(--land-text)" opacity="0.6" />
    </>
  );
  return (
    <Pair
      not={
        <>
          {tower}
          <Outline
            points={[
              [160, 36],
              [250, 36],
              [250, 116],
              [160, 116],
            ]}
            wrong
          />
        </>
      }
      but={
        <>
          {tower}
          <path d="M160 36H250V116H160Z" {...strokes('var(--accent)', 2)} strokeDasharray="5 6" />
          <path d="M262 120L236 160M236 148V160H248" {...strokes('var(--accent)', 2.4)} />
          <Outline
            points={[
              [120, 96],
              [210, 96],
              [210, 176],
              [120, 176],
            ]}
          />
        </>
      }
    />
  );
}

/** A road that ends short of another; then one that shares a point with it. */
export function RoadsArt() {
  const roads = <path d="M-10 70C100 60 220 76 350 64M180 68C184 120 176 160 180 210" {...road} />;
  const main = [
    [24, 68],
    [96, 66],
    [180, 68],
    [260, 68],
    [320, 66],
  ] as const;
  return (
    <Pair
      not={
        <>
          {roads}
          <Outline points={main.filter(([x]) => x !== 180)} open />
          <Outline
            points={[
              [181, 92],
              [182, 140],
              [179, 184],
            ]}
            open
            wrong
          />
        </>
      }
      but={
        <>
          {roads}
          <Outline points={main} open />
          <Outline
            points={[
              [180, 68],
              [182, 120],
              [179, 184],
            ]}
            open
          />
          <circle cx="180" cy="68" r="9" {...strokes('var(--accent)', 2)} />
        </>
      }
    />
  );
}

/** An area tight round each house, tied to the road; then one round the village with its yards. */
export function LandArt() {
  const village = (
    <>
      <path d="M-4 -4H344V40L-4 60Z" fill="var(--ok)" opacity="0.22" />
      <path d="M-10 128C100 116 240 132 350 118" {...road} />
      <Roof x={84} y={74} width={34} height={26} />
      <Roof x={146} y={66} width={28} height={34} />
      <Roof x={206} y={76} width={40} height={26} />
      <Roof x={120} y={146} width={32} height={26} />
      <Roof x={196} y={148} width={36} height={24} />
    </>
  );
  return (
    <Pair
      not={
        <>
          {village}
          <Outline
            points={[
              [4, 20],
              [332, 10],
              [336, 118],
              [170, 124],
              [4, 127],
            ]}
            wrong
          />
        </>
      }
      but={
        <>
          {village}
          <Outline
            points={[
              [66, 70],
              [130, 56],
              [212, 60],
              [264, 74],
              [268, 160],
              [220, 184],
              [110, 184],
              [70, 150],
            ]}
          />
        </>
      }
    />
  );
}

/** A stream drawn uphill; then from its source to the river, with arrows. */
export function RiverArt() {
  const water = (
    <>
      <path d="M-10 168C90 150 220 190 350 164" {...strokes('var(--sea)', 40)} />
      <path d="M90 -10C110 40 150 70 170 164" {...strokes('var(--sea)', 14)} />
    </>
  );
  const course = [
    [96, 12],
    [124, 60],
    [154, 108],
    [170, 164],
  ] as const;
  const arrows = [
    [110, 36, 60],
    [139, 84, 58],
    [162, 136, 74],
  ] as const;
  const withArrows = (turned: boolean, colour: string) =>
    arrows.map(([x, y, turn]) => (
      <path
        key={y}
        d="M-6 -7L6 0L-6 7"
        transform={`translate(${x} ${y}) rotate(${turned ? turn + 180 : turn})`}
        {...strokes(colour, 2.6)}
      />
    ));
  return (
    <Pair
      not={
        <>
          {water}
          <Outline points={course} open wrong />
          {withArrows(true, 'var(--danger)')}
        </>
      }
      but={
        <>
          {water}
          <Outline points={course} open />
          {withArrows(false, 'var(--accent)')}
        </>
      }
    />
  );
}
