/** What this service speaks; Chinese unless something else is asked for. */
export type Language = 'zh' | 'en'

const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

/** How much one part of the header wants which of ours; undefined for other languages, and for what is not wanted at all. */
const wish = (part: string): { language: Language; quality: number } | undefined => {
  const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
  const primary = range.split('-')[0]
  const language = primary === 'zh' || primary === 'en' ? primary : primary === '*' ? 'zh' : undefined
  const [, stated = '1'] = QUALITY.exec(parameters.find((one) => one.startsWith('q=')) ?? 'q=1') ?? []
  const quality = Number(stated)
  return language && quality > 0 ? { language, quality } : undefined
}

/** The language that an Accept-Language header wants most of ours, the first of equals (RFC 9110, 12.5.4). */
export const languageWanted = (header = ''): Language => {
  const wishes = header
    .slice(0, 1000)
    .split(',')
    .flatMap((part) => wish(part) ?? [])
  return wishes.toSorted((one, other) => other.quality - one.quality)[0]?.language ?? 'zh'
}
