import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'

/** Where an assembly keeps the source maps of its functions: beside the code, which is deployed without them. */
export const mapsOf = (assembly: string): string => join(assembly, 'maps')

/** A place in bundled code, as a stack names it: `file:///var/task/index.mjs:1:23456`, `/var/task/lazy/….mjs:1:234`. */
const PLACE = /[^\s()"']*?\/((?:lazy\/)?[\w.-]+\.mjs):(\d+):(\d+)/g

/** Whether a text names a place in bundled code. */
export const namesPlace = (text: string): boolean => text.search(PLACE) >= 0

const read = (file: string): SourceMap | undefined =>
  existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined

/** Sources are named from where the bundles were; packages may be somewhere else still. */
const fromRoot = (source: string): string => source.replace(/^(\.\.\/)+(.*?(?=node_modules\/))?/, '')

/** Counts from 1, as stacks do; the map counts from 0, and answers with the nearest before, on whatever line. */
const originOf = (map: SourceMap | undefined, line: number, column: number): string | undefined => {
  const found = map?.findEntry(line - 1, column - 1)
  if (!found || !('originalSource' in found) || found.generatedLine !== line - 1) return undefined
  return `${fromRoot(found.originalSource)}:${found.originalLine + 1}:${found.originalColumn + 1}`
}

/**
 * Reads a text of the function `fn` with `<file>.ts:<line>:<column>`, from the root of the repository, for every place in
 * bundled code. `maps` is the folder of an assembly. A place without a map stays as it is, after `missing` was told which.
 */
export const originalPlaces = (
  maps: string,
  missing: (map: string) => void = () => {},
): ((text: string, fn: string) => string) => {
  const opened = new Map<string, SourceMap | undefined>()
  const open = (name: string): SourceMap | undefined => {
    if (!opened.has(name)) opened.set(name, read(join(maps, name)))
    const map = opened.get(name)
    if (!map) missing(name)
    return map
  }
  return (text, fn) =>
    text.replace(PLACE, (place: string, file: string, line: string, column: string) => {
      const map = open(file.startsWith('lazy/') ? `${file}.map` : `${fn}/${file}.map`)
      return originOf(map, Number(line), Number(column)) ?? place
    })
}
