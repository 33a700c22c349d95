/** What this service speaks; Chinese unless something else is asked for. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Below one; whatever else is written means as much as one. */
const QUALITY = /^q=(0(?:\.\d{0,3})?)$/

/** Less than anybody can want a language, and more than not at all. */
const UNSAID = 0.0001

type Wish = { range: string; quality: number; at: number }

/** One part of the header. */
const wishIn = (part: string, at: number): Wish => {
  const [range, ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
  const stated = parameters.map((one) => QUALITY.exec(one)?.[1]).find((one) => one !== undefined)
  return { range: String(range).replace(/-.*/, ''), quality: Number(stated ?? '1'), at }
}

const mostWanted = (one: Wish, other: Wish): number => other.quality - one.quality || one.at - other.at

/** What is wished of a language: by its own name, or else by `*`. */
const wishFor = (wishes: readonly Wish[], language: Language): Wish => {
  const own = wishes.filter(({ range }) => range === language)
  const meant = own.length > 0 ? own : wishes.filter(({ range }) => range === '*')
  return [...meant].sort(mostWanted)[0] ?? { range: language, quality: UNSAID, at: wishes.length }
}

/** The language that an Accept-Language header wants most of ours, the first of equals (RFC 9110, 12.5.4). */
export const languageWanted = (header = ''): Language => {
  const wishes = header.slice(0, 1000).split(',').map(wishIn)
  const [zh, en] = [wishFor(wishes, 'zh'), wishFor(wishes, 'en')]
  return mostWanted(zh, en) > 0 ? 'en' : 'zh'
}
