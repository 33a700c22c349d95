import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../local/engine.ts'

type Level = 'WARN' | 'ERROR'

type Line = { fn: string; message: string; [member: string]: unknown }

/** The lines of that level by function, in the order in which each function wrote them. */
const linesOf = async ({ logFolder }: Engine, level: Level): Promise<Map<string, Line[]>> => {
  const found = new Map<string, Line[]>()
  for (const file of (await readdir(logFolder)).toSorted()) {
    const fn = file.replace(/\.log$/, '')
    const lines = (await readFile(join(logFolder, file), 'utf8')).split('\n')
    const fitting = lines.filter((line) => line.includes(`"level":"${level}"`))
    found.set(
      fn,
      fitting.map((line): Line => ({ ...JSON.parse(line), fn })),
    )
  }
  return found
}

/** From now on: answers what the functions of an engine have logged since, of that level. */
export const logFrom = async (engine: Engine, level: Level): Promise<() => Promise<Line[]>> => {
  const before = await linesOf(engine, level)
  return async () =>
    [...(await linesOf(engine, level))].flatMap(([fn, lines]) => lines.slice(before.get(fn)?.length ?? 0))
}
