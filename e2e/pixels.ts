import type { Page } from 'playwright-core';

export interface Colour {
  red: number;
  green: number;
  blue: number;
}

/** The share (0 to 1) of a picture's pixels that have a colour, give or take `tolerance` in each channel. */
export const shareOfColour = (page: Page, png: Buffer, colour: Colour, tolerance = 14): Promise<number> =>
  page.evaluate(
    async ({ picture, colour, tolerance }) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const isNear = (value: number, wanted: number) => Math.abs(value - wanted) <= tolerance;
      let found = 0;
      for (let at = 0; at < data.length; at += 4)
        if (isNear(data[at]!, colour.red) && isNear(data[at + 1]!, colour.green) && isNear(data[at + 2]!, colour.blue))
          found++;
      return found / (image.width * image.height);
    },
    { picture: png.toString('base64'), colour, tolerance },
  );
