import { describe, expect, it } from 'vitest'
import { type DeedAction, deedActions } from '../../functions/audit/deed.ts'
import { detailFormOf, detailForms, isDeedForm } from '../../functions/audit/deed-form.ts'
import { ownReasons } from '../../functions/audit/own-reasons.ts'
import { differenceKinds } from '../../functions/bookkeeping/reconciliation/comparison.ts'
import { settlingWays } from '../../functions/bookkeeping/settling/ways.ts'
import type { NumberSearched } from '../../functions/cases/searching/find-by-number.ts'
import { moveRows } from '../../functions/certificates/moving/move.ts'
import { triedFrom } from '../../functions/operators/access/try-store.ts'
import { personRoles } from '../../functions/operators/rights.ts'
import { helpWords } from '../../functions/review/help/help-words.ts'
import { papersKinds } from '../../functions/verification/papers/papers-kinds.ts'
import { askWords, refusalReasons } from '../../functions/verification/papers/words.ts'
import { detailTold, reasonTold } from '../../web/console/deeds/detail-words.ts'

const ID = '0190f3e0c1aa7bd2b3c4d5e6f7a8b9c0'
const REFUND = `${ID}v1`
const searched: Record<NumberSearched, true> = {
  phone_hit: true,
  phone_miss: true,
  id_number_hit: true,
  id_number_miss: true,
}
const differences = settlingWays.flatMap((way) => differenceKinds.map((kind) => `${way} ${kind}:${REFUND}`))

const decided = [
  'help answered',
  ...papersKinds.flatMap((kind) => [
    `${kind} approved`,
    ...Object.keys(refusalReasons).map((reason) => `${kind} refused ${reason}`),
  ]),
]

/** All that the details of each deed can say in words; of numbers and hashes one. */
const details: Record<DeedAction, readonly string[]> = {
  account_ban: [],
  account_unban: [],
  appeal_reject: [],
  complaint_reply: [],
  complaint_complete: [],
  complaint_malicious: [],
  refund_retry: [REFUND],
  refund_propose_by_hand: [REFUND],
  refund_paid_by_hand: [REFUND],
  proposal_refuse: [REFUND, ...differences],
  refund_recheck: [REFUND],
  reconciliation_rerun: [],
  difference_propose: differences,
  difference_settle: differences,
  statement_import: [],
  identity_read: [ID],
  number_search: Object.keys(searched),
  review_ask: [
    ...papersKinds.map((kind) => `${kind} ${Object.keys(askWords).join(' ')}`),
    `help ${Object.keys(helpWords.asks).join(' ')}`,
  ],
  review_decide: decided,
  review_second: decided,
  review_reject_second: decided,
  certificate_suspend: moveRows.suspend.reasons,
  certificate_revoke: moveRows.revoke.reasons,
  certificate_reinstate: moveRows.reinstate.reasons,
  dead_letters_replay: ['all', `3 ${ID}${ID}`],
  webhook_redeliver: [ID],
  webhook_enable: [],
  webhook_disable: [],
  operator_invite: personRoles,
  operator_enrol: [],
  operator_link: personRoles,
  operator_link_open: [],
  operator_sign_in: triedFrom.map((from) => `${from} Ab-Cd_1234`),
  operator_lock_out: triedFrom,
  operator_role: personRoles,
  operator_disable: personRoles,
  operator_enable: personRoles,
}

/** A word as programs write it, alone or among others. */
const RAW = /(?:^|\s)[a-z]+_[a-z_]+/

describe('M8 what a deed was about', () => {
  it.each(deedActions)(
    '%s: every form of its detail is said in both languages, and what is a number can be copied',
    (action) => {
      expect(new Set(details[action].map((detail) => detailFormOf(action, detail)))).toEqual(
        new Set(detailForms[action] ?? []),
      )
      for (const detail of details[action]) {
        expect(isDeedForm({ action, subject: 'operator:lin', detail, reason: '' })).toBe(true)
        const [zh, en] = [detailTold(action, detail, 'zh'), detailTold(action, detail, 'en')]
        expect(zh.name).toBe(en.name)
        expect(detail).toContain(zh.name ?? '')
        if (zh.name === detail) continue
        expect(zh.words).toMatch(/[一-龥]/)
        expect(zh.words).not.toMatch(/[a-z]/)
        expect(en.words).toMatch(/[A-Za-z]/)
        expect(en.words).not.toMatch(RAW)
      }
    },
  )

  it('is shown as it is where a newer service has a form of it that this console does not know', () => {
    expect(detailTold('operator_role', 'Some Thing', 'zh')).toEqual({ name: 'Some Thing' })
    expect(detailTold('moon_landing', 'eagle', 'zh')).toEqual({ name: 'eagle' })
    expect(detailTold('operator_role', 'auditor', 'zh')).toEqual({ words: 'auditor' })
  })
})

describe('M8 why a deed was done', () => {
  it('is in the language of the console where the record has words of ours, and else as somebody wrote it', () => {
    for (const reason of Object.values(ownReasons)) {
      expect(reasonTold(reason, 'zh')).toMatch(/^[一-龥]+$/)
      expect(reasonTold(reason, 'en')).toMatch(/^[a-z ]+$/)
    }
    expect(reasonTold('用户来电', 'en')).toBe('用户来电')
  })
})
