import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathOf } from '../docs/repository.ts'

const FOLDER = '.build/mutation'

/** What a run found out of a text in place of a source. `state`: of all files that decided it. */
export type Known = { state: string; noticedBy?: string }

const placeOf = (file: string): string => pathOf(`${FOLDER}/${file.replaceAll('/', '+')}.json`)

/** Texts are known by this. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the last run of a source found out, by the keys of the texts in its place. */
export const readKnown = (file: string): Record<string, Known> => {
  const place = placeOf(file)
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Record<string, Known>) : {}
}

export const keepKnown = (file: string, known: Record<string, Known>): void => {
  mkdirSync(pathOf(FOLDER), { recursive: true })
  writeFileSync(placeOf(file), JSON.stringify(known))
}
