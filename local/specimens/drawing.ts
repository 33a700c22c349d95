import { holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'

let started: Promise<Vips> | undefined

/** The library as specimens are drawn with it: all it can do, SVG too, in this very thread. One for all of a process. */
export const drawing = (): Promise<Vips> => {
  const begin = async (): Promise<Vips> => {
    const { default: start } = await import('wasm-vips')
    const vips = await start({
      dynamicLibraries: ['vips-resvg.wasm'],
      preRun: ({ ENV }) => Object.assign(ENV, { VIPS_WARNING: '0' }),
    })
    vips.concurrency(1)
    vips.Cache.max(0)
    return vips
  }
  started ??= begin()
  return started
}

/** An SVG of a size (px) as an image in memory, in three colours on white. */
export const drawnSvg = (vips: Vips, width: number, height: number, inside: string): Image => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="${width}" height="${height}">${inside}</svg>`
  return holding((hold) => {
    const drawn = hold(vips.Image.svgloadBuffer(new TextEncoder().encode(svg)))
    return hold(drawn.flatten({ background: [255] })).copyMemory()
  })
}
