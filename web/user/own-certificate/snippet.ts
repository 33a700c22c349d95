import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import type { Language } from '../../../shared/kernel/language.ts'

/** The size of a badge in CSS pixels. */
export const badgeSize = { width: 320, height: 72 } as const

const names: Readonly<Record<Language, string>> = { zh: '应用认证证书', en: 'Certificate of this app' }

/**
 * What shows a certificate on a web page, and how it stands whenever somebody looks: the picture is drawn for each of them, and leads to the page that
 * tells it. Nothing in it is anybody's words, so that nothing has to be escaped.
 */
export const snippetOf = (origin: string, id: string, language: Language): string =>
  [
    `<a href="${origin}/certificates/${groupedId(id)}" target="_blank" rel="noopener">`,
    `  <img src="${origin}/v1/certificates/${id}/badge?lang=${language}" alt="${names[language]}" width="${badgeSize.width}" height="${badgeSize.height}" referrerpolicy="no-referrer">`,
    '</a>',
  ].join('\n')
