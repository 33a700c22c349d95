/** What this service speaks; Chinese unless something else is asked for. */
export type Language = 'zh' | 'en'

/** Below one; whatever else is written means as much as one. */
const QUALITY = /^q=(0(?:\.\d{0,3})?)$/

/** How much one part of the header wants which of ours; nothing for other languages, and for what is not wanted at all. */
const wishesIn = (part: string): { language: Language; quality: number }[] => {
  const [range, ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
  const primary = String(range).split('-')[0]
  const language = primary === 'zh' || primary === 'en' ? primary : primary === '*' ? 'zh' : undefined
  const stated = parameters.map((one) => QUALITY.exec(one)?.[1]).find((one) => one !== undefined)
  const quality = Number(stated ?? '1')
  return language && quality > 0 ? [{ language, quality }] : []
}

/** The language that an Accept-Language header wants most of ours, the first of equals (RFC 9110, 12.5.4). */
export const languageWanted = (header = ''): Language => {
  const wishes = header.slice(0, 1000).split(',').flatMap(wishesIn)
  return wishes.toSorted((one, other) => other.quality - one.quality)[0]?.language ?? 'zh'
}
