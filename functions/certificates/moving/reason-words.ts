import type { Bilingual } from '../../review/words.ts'
import type { CertificateReason } from '../certificate/certificate.ts'

/** Why a certificate was suspended, revoked or reinstated, as everybody may read it. */
export const certificateReasonWords = {
  misuse: { zh: '证书被冒用或滥用', en: 'The certificate was misused' },
  false_evidence: { zh: '认证时提交的信息不实', en: 'What was said when the app was certified is not true' },
  company_not_operating: {
    zh: '登记机关的记录显示主体已不再经营',
    en: 'A register says that the organisation operates no more',
  },
  page_without_link: { zh: '应用登记的页面没有展示证书', en: 'The page of the app does not show the certificate' },
  court_or_authority: { zh: '法院或主管机关要求', en: 'A court or an authority wants it' },
  own_request: { zh: '应用管理员要求', en: 'Whoever administers the app wants it' },
  remedied: { zh: '问题已解决', en: 'What was wrong is put right' },
  identity_ended: { zh: '管理员的实名已清除', en: 'Whoever administered the app is not verified any more' },
  replaced: { zh: '已由新的证书取代', en: 'Another certificate took its place' },
  mistake: { zh: '此前的处理有误', en: 'What was done to it was a mistake' },
  appeal_upheld: { zh: '申诉成立', en: 'An appeal against that was upheld' },
} as const satisfies Readonly<Record<CertificateReason, Bilingual>>
