import type { Browser } from 'playwright-core';

export interface Colour {
  red: number;
  green: number;
  blue: number;
}

/** The share (0 to 1) of a picture's pixels that have a colour, give or take `tolerance` in each channel. */
export async function shareOfColour(browser: Browser, png: Buffer, colour: Colour, tolerance = 14): Promise<number> {
  const page = await browser.newPage(); // an empty one: the site's own pages may not load data: addresses
  try {
    return await page.evaluate(countShare, { picture: png.toString('base64'), colour, tolerance });
  } finally {
    await page.close();
  }
}

async function countShare({ picture, colour, tolerance }: { picture: string; colour: Colour; tolerance: number }) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const isNear = (value: number, wanted: number) => Math.abs(value - wanted) <= tolerance;
  const { red, green, blue } = colour;
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (isNear(data[at]!, red) && isNear(data[at + 1]!, green) && isNear(data[at + 2]!, blue)) found++;
  }
  return found / (image.width * image.height);
}
