import { unnumberedKind } from './document.ts'
import { looksLikeIdNumber } from './id-number.ts'
import { maskIdNumber, maskPhone } from './masking.ts'
import { hasRightSum } from './right-sum.ts'
import { type Sign, signsIn } from './signs-in-text.ts'

/** What numbers of a person people write into texts. */
export const numberKinds = ['id_number', 'phone', 'bank_card', 'passport'] as const
export type NumberKind = (typeof numberKinds)[number]

/** A number of a person in a text, normalised, and where it stands, in code units. */
export type SeenNumber = { kind: NumberKind; number: string; from: number; to: number }

/** How many signs people put between two groups of one number, as in ` - `. */
const MOST_BETWEEN = 3

/** Cards of UnionPay begin with 62, and a typing error leaves them cards; of the others the sum tells. */
const isCard = (digits: string): boolean => /^62/.test(digits) || (/^[3-6]/.test(digits) && hasRightSum(digits))

/** How the digits of a mobile number are grouped, the country's before them or not. */
const PHONE_GROUPS = new Set(['11', '3 4 4', '3 8', '7 4', '4 4 3', '5 6', '1 '.repeat(11).trim()])
const COUNTRY_GROUPS = new Set(['13', '15', '5 4 4', '7 4 4', '5 8', '7 8'])

const groupSizes = (signs: readonly Sign[]): number[] => {
  const sizes: number[] = []
  for (const [at, { gap }] of signs.entries())
    if (at === 0 || gap > 0) sizes.push(1)
    else sizes.push((sizes.pop() ?? 0) + 1)
  return sizes
}

const isPhone = (number: string, signs: readonly Sign[]): boolean =>
  /^(?:86|0086)?1[3-9]\d{9}$/.test(number) &&
  (number.length === 11 ? PHONE_GROUPS : COUNTRY_GROUPS).has(groupSizes(signs).join(' ')) &&
  !signs.slice(1).some(({ isApart }) => isApart)

/** In groups as people write long numbers: a row of single digits is none. */
const isGrouped = (signs: readonly Sign[]): boolean =>
  groupSizes(signs)
    .slice(0, -1)
    .every((size) => size > 2)

/** `isAnywhere`: looked for also in what may be an id of something, which has digits at random. */
type Form = {
  kind: NumberKind
  lengths: readonly number[]
  fits: (number: string, signs: readonly Sign[]) => boolean
  isAnywhere?: boolean
}

/** ID numbers have had 15 digits until 1999; with 17 they lack the check digit. */
const forms: readonly Form[] = [
  { kind: 'id_number', lengths: [18], fits: looksLikeIdNumber, isAnywhere: true },
  { kind: 'bank_card', lengths: [19, 18, 17, 16], fits: (digits, signs) => isCard(digits) && isGrouped(signs) },
  { kind: 'id_number', lengths: [17], fits: (number, signs) => looksLikeIdNumber(`${number}0`) && isGrouped(signs) },
  {
    kind: 'id_number',
    lengths: [15],
    fits: (number, signs) => looksLikeIdNumber(`${number.slice(0, 6)}19${number.slice(6)}0`) && isGrouped(signs),
  },
  { kind: 'phone', lengths: [15, 13, 11], fits: isPhone },
]

/** Whether nothing is between a sign and the one before it. An X is part of ID numbers alone. */
const touches = (sign: Sign | undefined, one: Sign | undefined, isAnywhere: boolean): boolean =>
  sign !== undefined && sign.gap < 1 && (isAnywhere || (sign.sign !== 'X' && one?.sign !== 'X'))

const numberAt = (
  signs: readonly Sign[],
  at: number,
  length: number,
  { kind, fits, isAnywhere = false }: Form,
): SeenNumber | undefined => {
  const own = signs.slice(at, at + length)
  const [first, last] = [own[0], own.at(-1)]
  if (own.length < length || !first || !last) return undefined
  if (touches(first, signs[at - 1], isAnywhere) || touches(signs[at + length], last, isAnywhere)) return undefined
  if (own.slice(1).some(({ gap }) => gap > MOST_BETWEEN)) return undefined
  const number = own.map(({ sign }) => sign).join('')
  const isFit = (isAnywhere || /^\d+$/.test(number)) && fits(number, own)
  return isFit ? { kind, number, from: first.from, to: last.to } : undefined
}

type Span = { from: number; to: number }

/** Ids of ours and numbers of channels, in which any run of digits may stand. */
const idsIn = (text: string): Span[] =>
  [...text.matchAll(/[0-9A-Za-z]{20,}/g)].map((found) => ({ from: found.index, to: found.index + found[0].length }))

const isIn = (spans: readonly Span[], { from, to }: Span): boolean =>
  spans.some((span) => span.from <= from && to <= span.to)

const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

const findAt = (signs: readonly Sign[], at: number, of: readonly Form[], ids: readonly Span[]): SeenNumber[] => {
  for (const form of of)
    for (const length of form.lengths) {
      const seen = numberAt(signs, at, length, form)
      if (seen && (form.isAnywhere || !isIn(ids, seen))) return [seen]
    }
  return []
}

/** Those that begin anywhere in the text, each once: of two that overlap the first. */
const findEach = (signs: readonly Sign[], of: readonly Form[], ids: readonly Span[]): SeenNumber[] => {
  let over = 0
  return signs.flatMap(({ from }, at) => {
    const found = from < over ? [] : findAt(signs, at, of, ids)
    over = found[0]?.to ?? over
    return found
  })
}

/** Whole ID numbers first: what stands before one may look like the beginning of a card. */
const digitNumbersIn = (text: string, ids: readonly Span[]): SeenNumber[] => {
  const signs = signsIn(text)
  const [whole, others] = [forms.slice(0, 1), forms.slice(1)]
  const certain = findEach(signs, whole, ids)
  const rest = findEach(signs, others, ids).filter((one) => !certain.some((sure) => overlaps(one, sure)))
  return [...certain, ...rest]
}

/** In capitals and ASCII where that takes as many units, so that places stay. */
const plainly = (text: string): string =>
  Array.from(text, (one) => {
    const plain = one.normalize('NFKC').toUpperCase()
    return plain.length === one.length ? plain : ' '.repeat(one.length)
  }).join('')

/** Numbers of tickets begin with a day. */
const DATED = /^[A-Z]+20\d\d(?:0[1-9]|1[0-2])/

/** Passports, permits and old cards, whose numbers have no check digit: letters, then digits. */
const letteredNumbersIn = (text: string, ids: readonly Span[]): SeenNumber[] =>
  [...plainly(text).matchAll(/(?<![0-9A-Z])[A-Z]{1,3}[ -]?\d{7,12}(?![0-9A-Z])/g)].flatMap((found) => {
    const number = found[0].replace(/[ -]/, '')
    const span = { from: found.index, to: found.index + found[0].length }
    const isOne = unnumberedKind(number) !== undefined && !DATED.test(number) && !isIn(ids, span)
    return isOne ? [{ kind: 'passport' as const, number, ...span }] : []
  })

/**
 * The numbers of people that a text holds, in their order: ID numbers of 18 characters, of 17 without the check digit, and of 15; mobile
 * numbers; bank cards; passports and permits. In digits of any script or Chinese, in groups or not. What is only part of a longer number
 * is none, and but for 18 characters nothing inside an id is. Linear in the length of the text.
 */
export const numbersIn = (text: string): SeenNumber[] => {
  const ids = idsIn(text)
  const digits = digitNumbersIn(text, ids)
  const lettered = letteredNumbersIn(text, ids).filter((one) => !digits.some((digit) => overlaps(one, digit)))
  return [...digits, ...lettered].toSorted((one, other) => one.from - other.from)
}

/** The kinds of numbers that a text holds. */
export const kindsIn = (text: string): ReadonlySet<NumberKind> => new Set(numbersIn(text).map(({ kind }) => kind))

const lastFour = (digits: string): string => `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`

const masks: Record<NumberKind, (number: string) => string> = {
  id_number: maskIdNumber,
  phone: (number) => maskPhone(number.slice(-11)),
  bank_card: lastFour,
  passport: (number) => `${number[0]}${'*'.repeat(number.length - 1)}`,
}

/**
 * A text in somebody's own words as it is shown: every number of a person in it masked as everywhere else. Names in it stay: nobody can
 * tell them from other words.
 */
export const maskNumbers = (text: string): string => {
  let shown = ''
  let at = 0
  for (const { kind, number, from, to } of numbersIn(text)) {
    shown += text.slice(at, from) + masks[kind](number)
    at = to
  }
  return shown + text.slice(at)
}
