import { text } from 'node:stream/consumers'
import { Misused } from '../shared/command/command-line.ts'
import { words } from '../shared/command/flags.ts'
import { ForPeople } from '../shared/command/for-people.ts'
import { runCommand } from '../shared/command/run-command.ts'
import { mapsOf, namesPlace, originalPlaces } from './source-maps.ts'

const whereCommand = {
  call: 'npm run where',
  does: 'Says for every frame of a log line (as an argument, or one a line on standard input) where it is in the sources.',
  flags: {
    assembly: words('what was deployed, or its copy', { what: 'a folder', value: 'cdk.out', byDefault: 'cdk.out' }),
    function: words(
      'where the frames are from, if the lines do not say it (a frame alone, a crash that Lambda itself logs)',
      {
        what: 'the name of a function',
        value: 'NAME',
        byDefault: undefined,
      },
    ),
  },
  others: "['FRAME or LOG LINE' …]",
}

/** The question cannot be answered; the message is for people. */
export class WhereError extends ForPeople {
  override readonly name = 'WhereError'
}

const parsed = (line: string): unknown => {
  try {
    // Some tools put time and stream before the line.
    return JSON.parse(line.slice(line.indexOf('{')))
  } catch {
    return undefined
  }
}

/** Every text in a line: those of its JSON, however deep and however often it was packed, or the line itself. */
const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'string') return Object.values(Object(value)).flatMap(textsIn)
  const inner = value.includes('{') ? parsed(value) : undefined
  return inner === undefined ? value.split('\n') : textsIn(inner)
}

const FUNCTION = /function_(?:name|arn)\\*":\s*\\*"(?:arn:[^"\\]*:function:)?([\w-]+)/

/** Names on AWS begin with the service and the stage, names of maps do not. */
const mapName = (name: string): string => name.replace(/^shiming-(sandbox|production)-/, '')

/**
 * The frames of log lines with file, line and column of their sources, one after the other. `assembly` must be the one that was
 * deployed. Throws a WhereError when there is no map for a frame, or no frame, or nothing says which function it is of.
 */
export const where = (lines: readonly string[], assembly: string, fn?: string): string[] => {
  const original = originalPlaces(mapsOf(assembly), (map) => {
    throw new WhereError(
      `no ${map} in ${mapsOf(assembly)}: --assembly must name the assembly that was deployed, and --function one of its functions`,
    )
  })
  const frames = lines.flatMap((line) => {
    const name = fn ?? FUNCTION.exec(line)?.[1]
    return textsIn(line)
      .filter(namesPlace)
      .map((frame) => {
        if (name === undefined && !frame.includes('/lazy/'))
          throw new WhereError(`nothing says of which function this is, --function NAME can: ${frame.trim()}`)
        return original(frame.trim(), mapName(name ?? ''))
      })
  })
  if (frames.length === 0) throw new WhereError('there is no frame of bundled code (….mjs:<line>:<column>) in this')
  return frames
}

if (import.meta.main) {
  await runCommand(whereCommand, async ({ flags, others }) => {
    if (others.length === 0 && process.stdin.isTTY) throw new Misused('npm run where needs a log line')
    const lines = others.length > 0 ? others : (await text(process.stdin)).split('\n')
    for (const frame of where(lines, flags.assembly, flags.function)) console.log(frame)
  })
}
