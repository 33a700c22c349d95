import type { Language } from '../../../shared/kernel/language.ts'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import type { Certificate, CertificateAnswer } from '../certificate/certificate.ts'
import { groupedId } from '../certificate/certificate-id.ts'
import type { Asked } from './asked.ts'

/** How an answer looks: never by its colour alone. `mark`: a path within 24 × 24. */
type Look = { colour: string; mark: string; says: Readonly<Record<Language, string>> }

const CROSS = 'm7 7l10 10m0-10l-10 10'

const looks: Readonly<Record<CertificateAnswer, Look>> = {
  valid: { colour: '#0b6b3a', mark: 'm6 12.5l4 4 8-9', says: { zh: '已认证', en: 'Certified' } },
  suspended: { colour: '#8a5300', mark: 'm9 7v10m6-10v10', says: { zh: '认证暂停', en: 'Certificate suspended' } },
  revoked: { colour: '#a3161b', mark: CROSS, says: { zh: '认证已撤销', en: 'Certificate revoked' } },
  expired: {
    colour: '#50565e',
    mark: 'm12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16zm0 4v4l3 2',
    says: { zh: '认证已过期', en: 'Certificate expired' },
  },
  unknown: { colour: '#50565e', mark: 'm12 6v8m0 3.5v.5', says: { zh: '没有这份证书', en: 'No such certificate' } },
}

/** What XML cannot hold, and what turns the order of letters around. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/** A text that stands in a picture as itself, whatever is in it. */
const escaped = (text: string): string =>
  text.replace(UNSHOWN, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const WIDE = /[\u1100-\u11ff\u2e80-\uffdc]/u

/** About how wide a text is, in a letter's height of 1. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 1 : 0.57), 0)

const dayOf = (at: Millis): string => beijingDay(at).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

const untilOf = ({ status, validUntil }: Pick<Certificate, 'status' | 'validUntil'>, language: Language): string => {
  if (status !== 'valid') return ''
  return { zh: `有效期至 ${dayOf(validUntil)}`, en: `until ${dayOf(validUntil)}` }[language]
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** What it says, line by line: what the certificate is, of which app, under which id; and what it does not say. */
const linesOf = ({ id, standing }: Asked, says: string, language: Language): string[] => {
  const service = { zh: '实名', en: 'Shiming' }[language]
  if (!standing) return [joined(service, says), id === undefined ? '' : groupedId(id)]
  const only = { zh: '只证明身份，不代表质量', en: 'identity, not quality' }[language]
  return [joined(service, says, untilOf(standing, language)), standing.name, joined(groupedId(standing.id), only)]
}

const FONT = "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"

/** The same size whatever stands in it, so that a page can leave room for it. */
export const BADGE = { width: 320, height: 72 }
const SIDE = 52
const ROOM = BADGE.width - SIDE - 22

const LINES = [
  { y: 23, size: 14, weight: 600, colour: undefined },
  { y: 43, size: 15, weight: 600, colour: '#1d2126' },
  { y: 61, size: 10.5, weight: 400, colour: '#50565e' },
]

const drawn = (text: string, at: number, colour: string): string => {
  const { y, size, weight, colour: own = colour } = LINES[at] ?? { y: 0, size: 0, weight: 400 }
  const fits = Math.min(size, Math.floor((ROOM / Math.max(1, widthOf(text))) * 10) / 10)
  return `<text x="${SIDE + 11}" y="${y}" font-family="${FONT}" font-size="${fits}" font-weight="${weight}" fill="${own}">${escaped(text)}</text>`
}

/**
 * W7 an id as a picture, SVG: what it is now, which app that is about, until when, and that it says who somebody is, and not how good. Drawn of nothing but
 * texts and shapes; a name stands in it as a text, whatever is in it.
 */
export const badgeOf = (asked: Asked, language: Language): string => {
  const { width, height } = BADGE
  const { colour, mark, says } = looks[asked.standing?.status ?? 'unknown']
  const lines = linesOf(asked, says[language], language)
  const title = escaped(joined(...lines))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    `<title>${title}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="${colour}"/>`,
    `<path d="M8.5 .5H${SIDE}V${height - 0.5}H8.5a8 8 0 0 1-8-8V8.5a8 8 0 0 1 8-8z" fill="${colour}"/>`,
    `<path transform="translate(10 20) scale(1.33)" d="${mark}" fill="none" stroke="#ffffff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...lines.map((text, at) => drawn(text, at, colour)),
    '</svg>',
  ].join('')
}
