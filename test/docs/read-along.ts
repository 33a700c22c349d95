import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fence, fencesIn, fits } from './fences.ts'
import type { Shell } from './shell.ts'

/** What a page was found to be wrong in: the line of the block, and what came. */
export type Fault = { line: number; said: string }

/** A block that is run, and what the page shows of its output, if it shows any. */
type Step = { block: Fence; shown: Fence | undefined }

/** The blocks of a page that a reader runs, each with the output shown right behind it. */
export const stepsOf = (page: string): Step[] => {
  const fences = fencesIn(page)
  return fences.flatMap((block, at) => {
    if (block.tags[0] !== 'run') return []
    const next = fences[at + 1]
    return [{ block, shown: next?.lang === 'text' && next.tags[0] === 'output' ? next : undefined }]
  })
}

type Reader = {
  shell: Shell
  /** The folder in which files of the page are saved. */
  folder: string
  /** What a reader puts in place of what the page has: an address, a key. */
  instead: Readonly<Record<string, string>>
  /** Runs what does not end, in a terminal of its own, until it is there; answers what else to put in place from then on. */
  serve?: (commands: string) => Promise<Readonly<Record<string, string>>>
}

const filled = (text: string, instead: Reader['instead']): string =>
  Object.entries(instead).reduce((before, [from, to]) => before.replaceAll(from, to), text)

/** `ts run journey.ts` is saved under its name, for a later block to run. */
const follow = async ({ shell, folder, instead }: Reader, { block, shown }: Step): Promise<Fault[]> => {
  const text = filled(block.text, instead)
  if (block.lang === 'ts') {
    writeFileSync(join(folder, block.tags[1] ?? ''), text)
    return []
  }
  const { output, code } = await shell.run(text)
  if (code !== 0) return [{ line: block.line, said: `ended with ${code}: ${output}` }]
  const wanted = shown && filled(shown.text, instead)
  return wanted === undefined || fits(wanted, output) ? [] : [{ line: block.line, said: output }]
}

/** Does what a page says, block after block; what did not come as it shows. Stops at the first, as a reader would. */
export const readAlong = async (page: string, reader: Reader): Promise<Fault[]> => {
  let { instead } = reader
  for (const step of stepsOf(page)) {
    if (step.block.tags[1] === 'service' && reader.serve) {
      instead = { ...instead, ...(await reader.serve(filled(step.block.text, instead))) }
      continue
    }
    const faults = await follow({ ...reader, instead }, step)
    if (faults.length > 0) return faults
  }
  return []
}
