import type { Millis } from '../../../shared/kernel/time.ts'
import { numbersIn } from '../../person/numbers-in-text.ts'
import { displayUnits, isAllowedInName, isLetterInName, isSignInName, readAppName } from './app-name.ts'
import { passesFor } from './lookalike-letters.ts'
import type { NameFinding } from './name-finding.ts'
import { wordsSeen } from './words-seen.ts'

/** How long names may be, in display units. */
export type NameLengths = { leastUnits: number; mostUnits: number }

/** Who has a name that looks like the one that is judged. `until`: when it is free, where its app goes by another name since. */
export type NameHolder = { app: string; until?: Millis | undefined; isOwn: boolean }

/** `app`: the app that would have the name, and what it is called now; nothing for one that is not there yet. */
export type NameContext = {
  lengths: NameLengths
  now: Millis
  app?: { id: string; name: string } | undefined
  holder?: NameHolder | undefined
}

/** The name without those places of it, as it would be read then. */
const without = (name: string, { from, to }: { from: number; to: number }): string | undefined => {
  const characters = [...name]
  return readAppName([...characters.slice(0, from), ' ', ...characters.slice(to)].join('')) || undefined
}

const withRight = (finding: NameFinding, right: string | undefined): NameFinding =>
  right === undefined ? finding : { ...finding, right }

const lengthFindings = (name: string, { leastUnits, mostUnits }: NameLengths): NameFinding[] => {
  const units = displayUnits(name)
  if (units < leastUnits) return [{ code: 'app_name_too_short', severity: 'refused' }]
  if (units <= mostUnits) return []
  const characters = [...name]
  let fits = characters.length
  while (displayUnits(characters.slice(0, fits).join('')) > mostUnits) fits -= 1
  const beyond = { from: fits, to: characters.length }
  return [withRight({ code: 'app_name_too_long', severity: 'refused', ...beyond }, without(name, beyond))]
}

/** A letter that looks like a Latin one is most likely meant to be that; for any other there is a space. */
const meant = (character: string): string => {
  if (isAllowedInName(character)) return character
  const latin = passesFor.get(character.toLowerCase())
  if (latin === undefined || !isAllowedInName(latin)) return ' '
  return character === character.toLowerCase() ? latin : latin.toUpperCase()
}

/** Each by itself, and for all of them the name as it would be with what was meant. */
const characterFindings = (name: string): NameFinding[] => {
  const right = readAppName(Array.from(name, meant).join('')) || undefined
  return [...name].flatMap((character, at) =>
    isAllowedInName(character)
      ? []
      : [withRight({ code: 'app_name_character', severity: 'refused', from: at, to: at + 1 }, right)],
  )
}

/** Signs part what stands on both sides of them; a plus may also be the last. */
const signFindings = (name: string): NameFinding[] => {
  const characters = [...name]
  return characters.flatMap((character, at) => {
    if (!isSignInName(character) || character === ' ') return []
    const before = characters[at - 1]
    const after = characters[at + 1]
    const isFirst = before === undefined || isSignInName(before)
    const isLast = after === undefined && character !== '+'
    if (!isFirst && !isLast) return []
    const place = { from: at, to: at + 1 }
    return [
      withRight({ code: 'app_name_sign_place' as const, severity: 'refused' as const, ...place }, without(name, place)),
    ]
  })
}

const letterFindings = (name: string): NameFinding[] =>
  [...name].some(isLetterInName) ? [] : [{ code: 'app_name_no_letter', severity: 'refused' }]

const wordFindings = (name: string): NameFinding[] =>
  wordsSeen(name).map(({ word, from, to, refusedAs, proof }): NameFinding => {
    if (proof !== undefined) return { code: 'app_name_needs_proof', severity: 'proof', from, to, word, proof }
    return withRight(
      { code: 'app_name_word', severity: 'refused', from, to, word, reason: refusedAs },
      without(name, { from, to }),
    )
  })

/** Places of numbers are in code units. */
const numberFindings = (name: string): NameFinding[] =>
  numbersIn(name).map(({ from, to }): NameFinding => {
    const place = { from: [...name.slice(0, from)].length, to: [...name.slice(0, to)].length }
    return withRight({ code: 'app_name_number', severity: 'refused', ...place }, without(name, place))
  })

const holderFindings = (name: string, { app, holder, now }: NameContext): NameFinding[] => {
  if (app?.name === name) return [{ code: 'app_name_unchanged', severity: 'refused' }]
  if (!holder || holder.app === app?.id) return []
  const { until } = holder
  if (until !== undefined && until <= now) return []
  if (until !== undefined) return [{ code: 'app_name_held', severity: 'refused', freeAt: until }]
  return [{ code: holder.isOwn ? 'app_name_own' : 'app_name_taken', severity: 'refused' }]
}

/** What is to say about a name, where `right` is the name without that one thing, whatever else is wrong with it. */
const findingsIn = (name: string, context: NameContext): NameFinding[] => [
  ...lengthFindings(name, context.lengths),
  ...characterFindings(name),
  ...signFindings(name),
  ...letterFindings(name),
  ...wordFindings(name),
  ...numberFindings(name),
  ...holderFindings(name, context),
]

/** So many things are put right in a name that is proposed. */
const MOST_MENDED = 8

/** The name with all put right that can be, one after another; undefined where something is left that is refused, or takes proof. */
const mended = (name: string, context: NameContext): string | undefined => {
  let best = name
  for (let nth = 0; nth < MOST_MENDED; nth += 1) {
    const findings = findingsIn(best, context)
    if (findings.length === 0) return best
    const right = findings.find((finding) => finding.right !== undefined)?.right
    if (right === undefined) return undefined
    best = right
  }
  return undefined
}

/**
 * W3 everything that is to say about a name that was read by `readAppName`: what is wrong with it, where, and what would be right, which is nothing that would
 * be refused itself; and what asks for proof. The same rules hold wherever an app gets a name. Nothing found: it may have it.
 */
export const judgeName = (name: string, context: NameContext): NameFinding[] => {
  // Who has the name that is proposed is not looked up: that is told when it is asked for.
  const { holder: _ofThis, ...anybodys } = context
  return findingsIn(name, context).map(({ right, ...finding }) =>
    withRight(finding, right === undefined ? undefined : mended(right, anybodys)),
  )
}
