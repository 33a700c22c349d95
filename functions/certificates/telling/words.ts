import type { Language } from '../../../shared/kernel/language.ts'
import type { Bilingual } from '../../review/words.ts'
import type { CertificateReason } from '../certificate/certificate.ts'

/** W7 each class of reason, to anybody who reads it. */
export const certificateReasonWords = {
  misuse: { zh: '证书被滥用', en: 'it was misused' },
  false_evidence: { zh: '认证材料不实', en: 'it rests on false evidence' },
  company_not_operating: {
    zh: '登记机关显示主体已不在营业',
    en: 'the register says that its organisation does not operate any more',
  },
  page_without_link: { zh: '登记的网页没有证书链接', en: 'the page that was named does not show it' },
  court_or_authority: { zh: '法院或主管机关要求', en: 'a court or an authority demands it' },
  remedied: { zh: '问题已经改正', en: 'what was wrong is put right' },
  own_request: { zh: '持有人自己要求', en: 'its holder asked for that' },
  identity_ended: { zh: '管理员的实名身份已被清除', en: 'whoever administers the app is verified no more' },
  replaced: { zh: '应用已为其他主体认证', en: 'the app was certified for somebody else' },
  mistake: { zh: '更正我们的错误', en: 'a mistake of ours is put right' },
  appeal_upheld: { zh: '申诉成立', en: 'an appeal was upheld' },
} as const satisfies Readonly<Record<CertificateReason, Bilingual>>

/** The same in one language; of none, that there is none. */
export const reasonWords = (reason: CertificateReason | undefined, language: Language): string =>
  reason === undefined
    ? { zh: '未说明', en: 'no class of reason was given' }[language]
    : certificateReasonWords[reason][language]
