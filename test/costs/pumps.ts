import { analyse } from 'scslre'

type Parsed = ReturnType<typeof analyse>['parsed']
type Alternative = Parsed['pattern']['alternatives'][number]
type Element = Alternative['elements'][number]

/** What goes before what is repeated, what is repeated, and what ends it. */
export type Pump = { head: string; body: string; tail: string }

const alternativesOf = (element: Element): readonly Alternative[] => {
  if (element.type === 'Group' || element.type === 'CapturingGroup') return element.alternatives
  return element.type === 'Quantifier' ? alternativesOf(element.element) : []
}

/** An expression and all groups in it: wherever elements follow each other. */
const sequencesIn = (alternatives: readonly Alternative[]): Alternative[] =>
  alternatives.flatMap((one) => [one, ...one.elements.flatMap((element) => sequencesIn(alternativesOf(element)))])

const isOneCharacter = ({ type }: Element): boolean =>
  type.startsWith('Character') || type === 'ExpressionCharacterClass'

const charactersIn = (alternatives: readonly Alternative[]): Element[] =>
  sequencesIn(alternatives).flatMap(({ elements }) =>
    elements.map((one) => (one.type === 'Quantifier' ? one.element : one)).filter(isOneCharacter),
  )

const COMMON = [...'a0 A_/."-=,:;!一é·\'\n\t\0\u0300\u200b\ufe0f😀', 'ａ', '１', '\ud800']

/** Texts that fit parts of an expression. Of a class, the character that fits most of the others: there they trade places. */
const fitting = ({ pattern, flags }: Parsed) => {
  const fits = (element: Element, text: string): boolean =>
    new RegExp(`^(?:${element.raw})$`, flags.raw.replace(/[gy]/g, '')).test(text)
  const own = [...pattern.raw].flatMap((one) => [one, String.fromCodePoint((one.codePointAt(0) ?? 0) + 1)])
  const elements = charactersIn(pattern.alternatives)
  const uses = new Map([...COMMON, ...own].map((one) => [one, elements.filter((element) => fits(element, one)).length]))
  const candidates = [...uses].toSorted(([, one], [, other]) => other - one).map(([text]) => text)
  const textFor = (element: Element): string => {
    if (element.type === 'Character') return String.fromCodePoint(element.value)
    if (isOneCharacter(element)) return candidates.find((one) => fits(element, one)) ?? ''
    if (element.type === 'Quantifier') return textFor(element.element).repeat(Math.max(1, element.min))
    return textOf(alternativesOf(element)[0]?.elements ?? [])
  }
  const textOf = (some: readonly Element[]): string => some.map(textFor).join('')
  return textOf
}

/** Letters that follow each other are one thing. */
const merged = (elements: readonly Element[]): Element[][] =>
  elements.reduce<Element[][]>((runs, element) => {
    const last = runs.at(-1)
    if (element.type === 'Character' && last?.at(-1)?.type === 'Character') last.push(element)
    else runs.push([element])
    return runs
  }, [])

const TAILS = ['', '\0', '\n', '!']

/** Whatever looks at the beginnings of lines meets many. */
const tailed = ({ head, body }: Omit<Pump, 'tail'>): Pump[] =>
  [body, `${body}\n`, `${body}\r`].flatMap((whole) => TAILS.map((tail) => ({ head, body: whole, tail })))

const partsOf = (elements: readonly Element[], textOf: (some: readonly Element[]) => string): Pump[] => {
  const runs = merged(elements)
  const pumps = runs.flatMap((_, from) =>
    runs.slice(from).flatMap((_, length) => {
      const body = textOf(runs.slice(from, from + length + 1).flat())
      const head = textOf(runs.slice(0, from).flat())
      return body === '' ? [] : [{ head, body }, ...(head === '' ? [] : [{ head: '', body }])]
    }),
  )
  return pumps.flatMap(tailed)
}

const ORDINARY = [...'/ 0a.\n"\'-=,%\\:一\u0300😀', '\r\n', 'a ', '/.']

/** What people try first, on whatever reads texts. */
export const ordinaryPumps: readonly Pump[] = ORDINARY.flatMap((body) => tailed({ head: '', body }))

/** How the costliest of texts for an expression could look: every part of it over and over, and what people try first. */
export const pumpsFor = (written: { source: string; flags: string }): Pump[] => {
  const { parsed } = analyse(written, { maxReports: 0 })
  const textOf = fitting(parsed)
  const own = sequencesIn(parsed.pattern.alternatives).flatMap(({ elements }) => partsOf(elements, textOf))
  const all = [...own, ...ordinaryPumps]
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** A text of about so many characters. */
export const pumped = ({ head, body, tail }: Pump, length: number): string =>
  head + body.repeat(Math.ceil(length / body.length)) + tail
