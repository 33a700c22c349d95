import type { Vips } from '../../functions/material/picture/open-vips.ts'

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
