import { describe, expect, it } from 'vitest'
import { orderStages } from '../../functions/analytics/sources/order-stages.ts'
import { deedActions, deedSubjects, doerKinds } from '../../functions/audit/deed.ts'
import { readPurposes } from '../../functions/audit/reading.ts'
import { differenceKinds, differenceStatuses } from '../../functions/bookkeeping/reconciliation/comparison.ts'
import { settlingWays } from '../../functions/bookkeeping/settling/ways.ts'
import { sealedAs } from '../../functions/cases/revealing/reveal.ts'
import { hitKinds } from '../../functions/cases/searching/hit.ts'
import { lineEvents } from '../../functions/cases/timeline/line.ts'
import { lineKinds } from '../../functions/cases/timeline/line-kinds.ts'
import { complaintStatuses } from '../../functions/complaints/complaint.ts'
import { notMaliciousBecause } from '../../functions/complaints/malice/malice.ts'
import { disclosureOutcomes, disclosurePurposes } from '../../functions/consent/permit.ts'
import { events } from '../../functions/events.ts'
import { channels } from '../../functions/messaging/sending/message.ts'
import { comeFrom } from '../../functions/operators/access/came-in.ts'
import { triedFrom } from '../../functions/operators/access/try-store.ts'
import { operatorStatuses } from '../../functions/operators/operator.ts'
import { toldStatuses } from '../../functions/operators/proposals/proposal.ts'
import { personRoles, rights } from '../../functions/operators/rights.ts'
import { goodKinds } from '../../functions/payment/good-kinds.ts'
import { ledgerUnits } from '../../functions/payment/ledger/ledger.ts'
import { moneyBackCauses } from '../../functions/payment/money-back/money-back.ts'
import { orderStatusesTold } from '../../functions/payment/orders/told-status.ts'
import { attemptStatuses } from '../../functions/payment/paying/attempt.ts'
import { paymentChannels, paymentMethods } from '../../functions/payment/paying/provider.ts'
import { refundStatuses } from '../../functions/payment/refunds/refund.ts'
import { breakerStatuses } from '../../functions/verification/check/breaker.ts'
import { identityVendorNames } from '../../functions/verification/settings.ts'
import { verificationStatuses } from '../../functions/verification/verification.ts'
import { deliveryReasons, deliveryStatuses } from '../../functions/webhooks/delivering/delivery.ts'
import { disabledBecause } from '../../functions/webhooks/endpoints/endpoint.ts'
import { filtersOf } from '../../functions/webhooks/endpoints/listening.ts'
import { eventWords, kindWords, targetWords } from '../../web/console/accounts/line-words.ts'
import { complaintWords, notMaliciousWords } from '../../web/console/complaints/texts.ts'
import { triedFromWords } from '../../web/console/deeds/detail-texts.ts'
import { actionWords, doerWords, fieldWords, purposeWords, subjectWords } from '../../web/console/deeds/texts.ts'
import { unitWords } from '../../web/console/ledger/texts.ts'
import { rightWords, sinceWords } from '../../web/console/operators/texts.ts'
import { stageWords } from '../../web/console/orders/list-texts.ts'
import { proposalWords } from '../../web/console/proposals/texts.ts'
import { differenceStateWords, differenceWords } from '../../web/console/reconciliations/texts.ts'
import { hitWords } from '../../web/console/search/texts.ts'
import { comeFromWords, roleWords } from '../../web/console/session/texts.ts'
import { breakerWords, vendorWords } from '../../web/console/vendors/texts.ts'
import { aboutWords, eventWords as toldWords } from '../../web/console/webhooks/event-words.ts'
import { deliveryWords, disabledWords } from '../../web/console/webhooks/texts.ts'
import { purposeWords as handedOnFor, outcomeWords } from '../../web/console/words/consent-words.ts'
import {
  causeWords,
  channelWords,
  goodWords,
  methodWords,
  orderWords,
  paymentWords,
  refundWords,
} from '../../web/console/words/money-words.ts'
import { reasonWords } from '../../web/console/words/reason-words.ts'
import { wayWords } from '../../web/console/words/settling-words.ts'
import { verificationWords } from '../../web/console/words/verification-words.ts'

const all = {
  actions: [deedActions, actionWords],
  doers: [doerKinds, doerWords],
  purposes: [readPurposes, purposeWords],
  'kinds of differences': [differenceKinds, differenceWords],
  'states of differences': [differenceStatuses, differenceStateWords],
  'ways to settle a difference': [settlingWays, wayWords],
  'kinds of lines': [lineKinds, kindWords],
  'events of lines': [lineEvents, eventWords],
  'ways of messages': [channels, targetWords],
  'what a search finds': [hitKinds, hitWords],
  'what deeds are done to': [Object.keys(deedSubjects), subjectWords],
  'fields of an identity': [Object.values(sealedAs), fieldWords],
  'where somebody tries from': [triedFrom, triedFromWords],
  'where somebody comes in from': [comeFrom, comeFromWords],
  roles: [personRoles, roleWords],
  'what data are handed on for': [disclosurePurposes, handedOnFor],
  'what came of handing on': [disclosureOutcomes, outcomeWords],
  'vendors of checks': [identityVendorNames, vendorWords],
  goods: [goodKinds, goodWords],
  'stages of orders': [orderStages, stageWords],
  'states of orders': [orderStatusesTold, orderWords],
  'states of refunds': [refundStatuses, refundWords],
  'states of ways to pay': [attemptStatuses, paymentWords],
  'ways to pay': [paymentMethods, methodWords],
  'states of complaints': [complaintStatuses, complaintWords],
  'reasons against malice': [notMaliciousBecause, notMaliciousWords],
  'states of verifications': [verificationStatuses, verificationWords],
  'causes of refunds': [moneyBackCauses, causeWords],
  'units of ledgers': [ledgerUnits, unitWords],
  'payment channels': [paymentChannels, channelWords],
  'states of operators': [operatorStatuses, sinceWords],
  rights: [rights, rightWords],
  'states of proposals': [toldStatuses, proposalWords],
  'events of the platform, and what listens to them': [filtersOf(Object.keys(events)), toldWords],
  'what events are about': [Object.values(events).map(({ subject }) => subject), aboutWords],
  'why endpoints are disabled': [disabledBecause, disabledWords],
  'states of deliveries': [deliveryStatuses, deliveryWords],
  'why deliveries fail': [deliveryReasons, reasonWords],
  breakers: [breakerStatuses, breakerWords],
} as const

describe('the console says every word of the service as people say it', () => {
  it.each(Object.entries(all))('%s', (_name, [words, table]) => {
    for (const language of ['zh', 'en'] as const)
      expect(words.filter((word) => !Object.hasOwn(table[language], word))).toEqual([])
  })
})
