import { holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'

/** An SVG of a size (px) as an image in memory, in three colours on white. */
export const drawnSvg = (vips: Vips, width: number, height: number, inside: string): Image => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="${width}" height="${height}">${inside}</svg>`
  return holding((hold) => {
    const drawn = hold(vips.Image.svgloadBuffer(new TextEncoder().encode(svg)))
    return hold(drawn.flatten({ background: [255] })).copyMemory()
  })
}
