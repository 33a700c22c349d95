import type Library from 'wasm-vips'

export type Vips = typeof Library
export type Image = Library.Image

type Handle = { delete(): void }
/** Keeps a handle until the work is over. */
export type Hold = <H extends Handle>(handle: H) => H

/** What pictures come as. All other operations that read files are blocked. */
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer']

/**
 * Starts libvips, which takes 200 ms and begins with 256 MB of address space, of which only what is used becomes memory. It has no file system
 * and no network. Throws where vips.wasm is not beside its code.
 */
export const openVips = async (): Promise<Vips> => {
  const { default: start } = await import('wasm-vips')
  const vips = await start({
    // Each would read one form of files more.
    dynamicLibraries: [],
    // Or it would write to standard error what it thinks of each file.
    preRun: ({ ENV }) => Object.assign(ENV, { VIPS_WARNING: '0' }),
  })
  vips.operationBlock('VipsForeignLoad', true)
  for (const loader of LOADERS) vips.operationBlock(loader, false)
  // A Lambda function of this size has one processor.
  vips.concurrency(1)
  // No picture is looked at twice, and none is to be found later by whoever reads the memory.
  vips.Cache.max(0)
  return vips
}

/** Does work whose handles are let go of at its end, however it ends: they are memory that no garbage collector sees. */
export const holding = <T>(work: (hold: Hold) => T): T => {
  const held: Handle[] = []
  try {
    return work((handle) => {
      held.push(handle)
      return handle
    })
  } finally {
    for (const handle of held.reverse()) handle.delete()
  }
}
