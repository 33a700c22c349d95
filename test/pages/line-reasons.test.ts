import { describe, expect, it } from 'vitest'
import { ownReasons } from '../../functions/audit/own-reasons.ts'
import { type LineKind, lineKinds } from '../../functions/cases/timeline/line-kinds.ts'
import { disclosurePurposes, purposes } from '../../functions/consent/permit.ts'
import { documentRefusalReasons } from '../../functions/documents/checking/document.ts'
import { faceReasons } from '../../functions/face/check/face-check.ts'
import { failureReasons } from '../../functions/messaging/sending/message.ts'
import { goodKinds } from '../../functions/payment/good-kinds.ts'
import { moneyBackCauses } from '../../functions/payment/money-back/money-back.ts'
import { owedRefusals } from '../../functions/verification/owed/refusal.ts'
import { reasons } from '../../functions/verification/verification.ts'
import { lineReason } from '../../web/console/accounts/line-reasons.ts'

/** The words of ours that can be the reason of a line; none where it has no reason, or what it has is a number or somebody's own words. */
const words: Record<LineKind, readonly string[]> = {
  verification: [...reasons],
  order: goodKinds,
  payment: [],
  refund: moneyBackCauses,
  vendor_call: [],
  face_check: [...faceReasons],
  card: [...owedRefusals],
  document: documentRefusalReasons,
  app: [],
  applicant: [],
  application: [],
  consent: purposes,
  disclosure: disclosurePurposes,
  message: failureReasons,
  ban: ['complaints'],
  appeal: [],
  complaint: ['REFUND', 'SERVICE_NOT_WORK', 'OTHERS'],
  deed: Object.values(ownReasons),
}

describe('M8 why a line of the time line happened', () => {
  it.each(lineKinds.filter((kind) => words[kind].length > 0))(
    '%s: every word of ours is said in both languages',
    (kind) => {
      for (const word of words[kind]) {
        expect(lineReason(kind, word, 'zh'), word).toMatch(/[一-龥]/)
        if (kind !== 'deed') expect(lineReason(kind, word, 'en'), word).not.toBe(word)
      }
    },
  )

  it('is as it is where somebody wrote it, whatever word it happens to be', () => {
    expect(lineReason('appeal', 'complaint', 'zh')).toBe('complaint')
    expect(lineReason('deed', 'REFUND', 'zh')).toBe('REFUND')
    expect(lineReason('ban', '刷单', 'en')).toBe('刷单')
    expect(lineReason('moonrise', 'fee', 'zh')).toBe('fee')
  })

  it('has a code of a channel behind its words, and names one of a vendor as such', () => {
    expect(lineReason('refund', 'NOT_ENOUGH', 'zh')).toMatch(/余额.*（NOT_ENOUGH）$/)
    expect(lineReason('refund', 'BRAND_NEW', 'zh')).toBe('BRAND_NEW')
    expect(lineReason('vendor_call', '0', 'zh')).toBe('供应商代码 0')
  })
})
