import type { RevealReason } from './reading.ts'

/** What operators may open an identity for, as they choose it. */
export const revealReasonWords: Readonly<Record<RevealReason, { zh: string; en: string }>> = {
  user_request: { zh: '用户本人要求', en: 'The user asks for it' },
  complaint: { zh: '处理投诉', en: 'A complaint' },
  appeal: { zh: '处理封禁申诉', en: 'An appeal against a ban' },
  case_review: { zh: '人工审核', en: 'A case under review' },
  fraud: { zh: '涉嫌欺诈', en: 'Suspicion of fraud' },
  authority_request: { zh: '有权机关依法调取', en: 'An authority asks by law' },
}
