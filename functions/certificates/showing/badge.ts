import type { Language } from '../../../shared/kernel/language.ts'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import type { CertificateAnswer } from '../certificate/certificate.ts'
import { groupedId } from '../certificate/certificate-id.ts'
import type { Asked } from './asked.ts'

/** How an answer looks: never by its colour alone. `mark`: a path within 24 × 24. */
type Look = { colour: string; mark: string; says: Readonly<Record<Language, string>> }

const CROSS = 'M7 7l10 10M17 7L7 17'

const looks: Readonly<Record<CertificateAnswer, Look>> = {
  valid: { colour: '#0b6b3a', mark: 'M6 12.5l4 4 8-9', says: { zh: '已认证', en: 'Certified' } },
  suspended: { colour: '#8a5300', mark: 'M9 7v10M15 7v10', says: { zh: '认证暂停', en: 'Certificate suspended' } },
  revoked: { colour: '#a3161b', mark: CROSS, says: { zh: '认证已撤销', en: 'Certificate revoked' } },
  expired: { colour: '#50565e', mark: 'M12 6v6l4 3', says: { zh: '认证已过期', en: 'Certificate expired' } },
  unknown: { colour: '#50565e', mark: 'M12 6v8M12 17.5v.5', says: { zh: '没有这份证书', en: 'No such certificate' } },
}

/** What XML cannot hold, and what turns the order of letters around. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/** A text that stands in a picture as itself, whatever is in it. */
const escaped = (text: string): string =>
  text.replace(UNSHOWN, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const WIDE = /[\u1100-\u11ff\u2e80-\uffdc]/u

/** About how wide a text is, in a letter's height of 1. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 1 : 0.62), 0)

const dayOf = (at: Millis): string => beijingDay(at).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

/** What stands below the name: until when it counts, where it does, and what it does not say. */
const smallPrint = ({ id, standing }: Asked, language: Language): string => {
  const only = { zh: '仅证明身份，不代表质量', en: 'identity, not quality' }[language]
  const until = standing?.status === 'valid' && {
    zh: `有效期至 ${dayOf(standing.validUntil)}`,
    en: `until ${dayOf(standing.validUntil)}`,
  }
  return [id && groupedId(id), until ? until[language] : undefined, standing && only].filter(Boolean).join(' · ')
}

const FONT = "system-ui,-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"
const ICON = 44
const HEIGHT = 48
const PAD = 12

/**
 * W7 an id as a picture, SVG: what it is now, which app that is about, until when, and that it says who somebody is, and not how good. Drawn of nothing but
 * texts and shapes; a name stands in it as a text, whatever is in it.
 */
export const badgeOf = (asked: Asked, language: Language): string => {
  const { standing } = asked
  const { colour, mark, says } = looks[standing?.status ?? 'unknown']
  const service = { zh: '实名', en: 'Shiming' }[language]
  const head = [standing?.name, says[language]].filter(Boolean).join(' · ')
  const small = [service, smallPrint(asked, language)].filter(Boolean).join(' · ')
  const width = Math.ceil(ICON + 2 * PAD + Math.max(widthOf(head) * 15, widthOf(small) * 11))
  const title = escaped(`${head} · ${small}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}" lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    `<title>${title}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${HEIGHT - 1}" rx="8" fill="#ffffff" stroke="${colour}"/>`,
    `<path d="M8.5 .5H${ICON}V47.5H8.5a8 8 0 0 1-8-8V8.5a8 8 0 0 1 8-8z" fill="${colour}"/>`,
    `<path transform="translate(10 12)" d="${mark}" fill="none" stroke="#ffffff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<text x="${ICON + PAD}" y="21" font-family="${FONT}" font-size="15" font-weight="600" fill="${colour}">${escaped(head)}</text>`,
    `<text x="${ICON + PAD}" y="38" font-family="${FONT}" font-size="11" fill="#50565e">${escaped(small)}</text>`,
    '</svg>',
  ].join('')
}
