import { describe, expect, it } from 'vitest'
import { deedActions, doerKinds } from '../../functions/audit/deed.ts'
import { readPurposes } from '../../functions/audit/reading.ts'
import { differenceKinds, differenceStatuses } from '../../functions/bookkeeping/reconciliation/comparison.ts'
import { settlingWays } from '../../functions/bookkeeping/settling/ways.ts'
import { complaintStatuses } from '../../functions/complaints/complaint.ts'
import { notMaliciousBecause } from '../../functions/complaints/malice/malice.ts'
import { operatorStatuses } from '../../functions/operators/operator.ts'
import { toldStatuses } from '../../functions/operators/proposals/proposal.ts'
import { rights } from '../../functions/operators/rights.ts'
import { ledgerUnits } from '../../functions/payment/ledger/ledger.ts'
import { moneyBackCauses } from '../../functions/payment/money-back/money-back.ts'
import { paymentChannels } from '../../functions/payment/paying/provider.ts'
import { breakerStatuses } from '../../functions/verification/check/breaker.ts'
import { verificationStatuses } from '../../functions/verification/verification.ts'
import { complaintWords, notMaliciousWords } from '../../web/console/complaints/texts.ts'
import { actionWords, doerWords, purposeWords } from '../../web/console/deeds/texts.ts'
import { unitWords } from '../../web/console/ledger/texts.ts'
import { rightWords, sinceWords } from '../../web/console/operators/texts.ts'
import { proposalWords } from '../../web/console/proposals/texts.ts'
import { differenceStateWords, differenceWords } from '../../web/console/reconciliations/texts.ts'
import { breakerWords } from '../../web/console/vendors/texts.ts'
import { causeWords, channelWords } from '../../web/console/words/money-words.ts'
import { wayWords } from '../../web/console/words/settling-words.ts'
import { verificationWords } from '../../web/console/words/verification-words.ts'

const all = {
  actions: [deedActions, actionWords],
  doers: [doerKinds, doerWords],
  purposes: [readPurposes, purposeWords],
  'kinds of differences': [differenceKinds, differenceWords],
  'states of differences': [differenceStatuses, differenceStateWords],
  'ways to settle a difference': [settlingWays, wayWords],
  'states of complaints': [complaintStatuses, complaintWords],
  'reasons against malice': [notMaliciousBecause, notMaliciousWords],
  'states of verifications': [verificationStatuses, verificationWords],
  'causes of refunds': [moneyBackCauses, causeWords],
  'units of ledgers': [ledgerUnits, unitWords],
  'payment channels': [paymentChannels, channelWords],
  'states of operators': [operatorStatuses, sinceWords],
  rights: [rights, rightWords],
  'states of proposals': [toldStatuses, proposalWords],
  breakers: [breakerStatuses, breakerWords],
} as const

describe('the console says every word of the service as people say it', () => {
  it.each(Object.entries(all))('%s', (_name, [words, table]) => {
    for (const language of ['zh', 'en'] as const)
      expect(words.filter((word) => !Object.hasOwn(table[language], word))).toEqual([])
  })
})
