import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appealStatuses } from '../functions/account/bans/appeal.ts'
import { appealOf, appealOpened } from '../functions/account/bans/appeal-store.ts'
import { challenge, challengeOpened, handedOnIn } from '../functions/account/codes/challenge-store.ts'
import { countedTextIn, textHanded } from '../functions/account/codes/counted-text-store.ts'
import { smsPurposes } from '../functions/account/codes/sms-limit.ts'
import {
  carrierReports,
  keptOutcomes,
  notSent,
  notTakenBecause,
  undeliveredBecause,
} from '../functions/account/codes/sms-sender.ts'
import { accountKeys } from '../functions/account/keys.ts'
import { browserNames } from '../functions/account/scan/browser.ts'
import { scanPurposes, scanStatuses } from '../functions/account/scan/scan.ts'
import { scanKey, scanOf, scanOpened } from '../functions/account/scan/scan-store.ts'
import { devices, openers } from '../functions/account/sessions/session.ts'
import { sessionIn } from '../functions/account/sessions/session-list-store.ts'
import { sessionOpened } from '../functions/account/sessions/session-store.ts'
import { signInCounted, signInOf } from '../functions/account/sessions/signed-in-store.ts'
import {
  authorizationEnds,
  authorizationStatuses,
  newAuthorization,
} from '../functions/account/wechat/authorization.ts'
import {
  authorizationKey,
  authorizationOf,
  authorizationOpened,
} from '../functions/account/wechat/authorization-store.ts'
import { newVisit, visitEnds, visitPurposes, visitWays } from '../functions/account/wechat/visits/visit.ts'
import { visitKey, visitOf, visitOpened } from '../functions/account/wechat/visits/visit-store.ts'
import { auditOf } from '../functions/audit/audit-store.ts'
import { recordKept } from '../functions/audit/audited-store.ts'
import { chained } from '../functions/audit/chain.ts'
import { deedActions, doerKinds } from '../functions/audit/deed.ts'
import { BEGINNING } from '../functions/audit/head.ts'
import { readPurposes } from '../functions/audit/reading.ts'
import { bookedForDay } from '../functions/bookkeeping/ledger/day-ledger-store.ts'
import { differenceKinds, differenceStatuses } from '../functions/bookkeeping/reconciliation/comparison.ts'
import { differenceOf, differenceStored } from '../functions/bookkeeping/reconciliation/difference-store.ts'
import { runOf, runOpened } from '../functions/bookkeeping/reconciliation/reconciliation-store.ts'
import { runStatuses } from '../functions/bookkeeping/reconciliation/run.ts'
import { billKinds, setAsideReasons } from '../functions/bookkeeping/reconciliation/set-aside.ts'
import { settlingWays } from '../functions/bookkeeping/settling/ways.ts'
import { callDifferenceKinds, compareCalls } from '../functions/bookkeeping/statements/call-comparison.ts'
import { statementFrom, statementOf, statementStored } from '../functions/bookkeeping/statements/statement-store.ts'
import {
  certificateReasons,
  certificateStatuses,
  certificateTransitions,
  pageSights,
} from '../functions/certificates/certificate/certificate.ts'
import { certificateIssued, certificateOf } from '../functions/certificates/certificate/certificate-store.ts'
import { reportReasons } from '../functions/certificates/reporting/report.ts'
import { reportKept, reportOf } from '../functions/certificates/reporting/report-store.ts'
import { applicantStatuses } from '../functions/certification/applicants/applicant.ts'
import { applicantKinds } from '../functions/certification/applicants/applicant-kinds.ts'
import { applicantKept, applicantOf } from '../functions/certification/applicants/applicant-store.ts'
import { feeStates, partialVerdicts, presences } from '../functions/certification/applications/application.ts'
import {
  applicationStatuses,
  applicationTransitions,
} from '../functions/certification/applications/application-states.ts'
import { applicationOf, applicationOpened } from '../functions/certification/applications/application-store.ts'
import { nameCauses } from '../functions/certification/apps/app.ts'
import { appCreated, appOf } from '../functions/certification/apps/app-store.ts'
import { companyFields } from '../functions/certification/company/checker.ts'
import { domainProofs } from '../functions/certification/domains/domain.ts'
import { domainAsked, domainOf } from '../functions/certification/domains/domain-store.ts'
import { paperKinds } from '../functions/certification/papers/paper.ts'
import { appKinds, platforms } from '../functions/certification/platforms/platform-ids.ts'
import { proofStatuses } from '../functions/certification/proving/proof.ts'
import { proofBegun, proofIn } from '../functions/certification/proving/proof-store.ts'
import { stepKinds, stepStatuses } from '../functions/certification/steps/step.ts'
import { stepOf, stepOpened } from '../functions/certification/steps/step-store.ts'
import { results } from '../functions/certification/texting/news.ts'
import { givenUpBecause, resultTextStatuses } from '../functions/certification/texting/result-text.ts'
import { resultTextOf, resultTextOwed } from '../functions/certification/texting/result-text-store.ts'
import { complaintStatuses, deedKinds } from '../functions/complaints/complaint.ts'
import { complaintOf, complaintOpened } from '../functions/complaints/complaint-store.ts'
import { consentGiven, consentOf } from '../functions/consent/consent-store.ts'
import { disclosed, disclosureOf } from '../functions/consent/disclosure-store.ts'
import {
  bases,
  dataItems,
  disclosureOutcomes,
  disclosurePurposes,
  purposes,
  texted,
} from '../functions/consent/permit.ts'
import { documentRefusalReasons, documentStatuses } from '../functions/documents/checking/document.ts'
import { documentOf } from '../functions/documents/checking/document-store.ts'
import { documentKeys } from '../functions/documents/checking/keys.ts'
import { evidenceEnds, evidenceKinds } from '../functions/evidence/evidence.ts'
import { evidenceKept, evidenceOf } from '../functions/evidence/evidence-store.ts'
import { countedFaceOf, faceCounted } from '../functions/face/check/counted-store.ts'
import { faceCheckStatuses, faceReasons } from '../functions/face/check/face-check.ts'
import { faceCheckOf, faceCheckOpening } from '../functions/face/check/face-check-store.ts'
import { failures, placesOfVendors } from '../functions/face/vendors/vendor.ts'
import { materialKinds, materialRefusals, materialStatuses } from '../functions/material/material.ts'
import { materialAwaited, materialOf } from '../functions/material/material-store.ts'
import { pictureTypes } from '../functions/material/picture/picture.ts'
import {
  accepted,
  channels,
  failureReasons,
  messageStatuses,
  senders,
  templates,
} from '../functions/messaging/sending/message.ts'
import { messageAccepted, messageOf } from '../functions/messaging/sending/message-store.ts'
import { operatorStatuses } from '../functions/operators/operator.ts'
import { keptPersonOf, personInvited } from '../functions/operators/operator-store.ts'
import { proposalStatuses } from '../functions/operators/proposals/proposal.ts'
import { proposalOf, proposalOpened } from '../functions/operators/proposals/proposal-store.ts'
import { personRoles } from '../functions/operators/rights.ts'
import { offers } from '../functions/payment/good.ts'
import { goodKinds } from '../functions/payment/good-kinds.ts'
import { ledgerUnits, paymentReceived } from '../functions/payment/ledger/ledger.ts'
import { booked, bookedIn } from '../functions/payment/ledger/ledger-store.ts'
import { orderStatuses } from '../functions/payment/orders/order.ts'
import { orderOf, orderOpened } from '../functions/payment/orders/order-store.ts'
import { attemptStatuses } from '../functions/payment/paying/attempt.ts'
import { attemptOpened, attemptsAmong } from '../functions/payment/paying/attempt-store.ts'
import { paymentChannels, paymentMethods } from '../functions/payment/paying/provider.ts'
import { refundCauses, refundStatuses } from '../functions/payment/refunds/refund.ts'
import { refundDue, refundOf } from '../functions/payment/refunds/refund-store.ts'
import { furtherOf } from '../functions/profile/further-store.ts'
import { profileKeys } from '../functions/profile/keys.ts'
import { occupations } from '../functions/profile/occupations.ts'
import { proofingStatuses } from '../functions/proofing/proofing.ts'
import { proofingKept, proofingOf } from '../functions/proofing/proofing-store.ts'
import { givenVerdicts, reviewStatuses, verdicts } from '../functions/review/case/case.ts'
import { caseOf, caseOpened } from '../functions/review/case/case-store.ts'
import { breakerStatuses } from '../functions/verification/check/breaker.ts'
import { breakerOf } from '../functions/verification/check/breaker-store.ts'
import { askedVendorsIn, madeCallIn } from '../functions/verification/check/call-store.ts'
import { checkOf } from '../functions/verification/check/check-store.ts'
import { billedAnswers, callAnswers, cardRefusals, refusals } from '../functions/verification/check/checker.ts'
import { checkReady, owedCheckReady } from '../functions/verification/check/ready-store.ts'
import { verificationKeys } from '../functions/verification/keys.ts'
import { openMethods } from '../functions/verification/methods.ts'
import { owedOpened, owedVerificationOf } from '../functions/verification/owed/owed-store.ts'
import { platformMethods } from '../functions/verification/owed/platform-methods.ts'
import { owedRefusals } from '../functions/verification/owed/refusal.ts'
import { papersStatuses } from '../functions/verification/papers/papers.ts'
import { papersDocuments, papersKinds } from '../functions/verification/papers/papers-kinds.ts'
import { papersBegun, papersOf } from '../functions/verification/papers/papers-store.ts'
import { consentFor } from '../functions/verification/submission/given-consent.ts'
import { checkStatuses, reasons, verificationStatuses } from '../functions/verification/verification.ts'
import { verificationOf, verificationOpened } from '../functions/verification/verification-store.ts'
import { bankNames, cardKinds } from '../functions/wallet/cards/banks.ts'
import { cardStatuses } from '../functions/wallet/cards/card.ts'
import { cardOf } from '../functions/wallet/cards/card-store.ts'
import { cardKeys } from '../functions/wallet/cards/keys.ts'
import {
  attemptOutcomes,
  type Delivery,
  deliveryReasons,
  deliveryStatuses,
} from '../functions/webhooks/delivering/delivery.ts'
import { deliveryOf, deliveryOpened } from '../functions/webhooks/delivering/delivery-store.ts'
import { disabledBecause } from '../functions/webhooks/endpoints/endpoint.ts'
import { endpointsOf } from '../functions/webhooks/endpoints/endpoint-store.ts'
import { webhookKeys } from '../functions/webhooks/keys.ts'
import { languages } from '../shared/kernel/language.ts'
import { memoryTable } from '../shared/table/memory.ts'
import { type Item, type Put, put, type Value } from '../shared/table/write.ts'
import { sampleCertificate } from './certificates/sample.ts'
import { filesLike, textOf } from './docs/repository.ts'
import { ringOf } from './key-ring.ts'
import { NOON } from './kit.ts'
import {
  provenByCarrier,
  sampleApp,
  sampleApplicant,
  sampleApplication,
  sampleAttempt,
  sampleCard,
  sampleDocument,
  sampleDomain,
  sampleFaceCheck,
  sampleFact,
  sampleMaterial,
  sampleOrder,
  sampleOwed,
  samplePapers,
  sampleProof,
  sampleProofing,
  sampleProposal,
  sampleRefund,
  sampleReview,
  sampleStep,
  sampleVerification,
} from './samples.ts'

/** What a store writes, how it reads that, and every set of words in it by its place. */
type Sample = { written: Put; read: (item: Item) => unknown; sets: Record<string, readonly string[]> }

const DAY = '20261119'
const unknownCall = { outTradeNo: sampleFact.outTradeNo, calledAt: NOON, billed: 'yes', vendorCode: '0' } as const
const comparison = compareCalls([], [unknownCall], { from: NOON, until: NOON + 1 })
const statement = { vendor: 'v', day: DAY, importedAt: NOON, importedBy: 'ling', fileSha256: '' }
const wholeCertificate = sampleCertificate({
  platformIds: [{ platform: 'wechat', id: 'w' }],
  steps: [{ at: 1, on: 'issued', status: 'valid', reason: 'mistake' }],
  looks: { at: 1, misses: 1, saw: 'link' },
})
const difference = { id: 'd', kind: differenceKinds[0], outTradeNo: '', thereFen: 1, hereFen: 0, at: NOON }
const draft = { title: '', content: 'x', template: templates[0], channel: channels[0] }
const transaction = paymentReceived({ ...sampleFact, at: NOON })
const check = checkReady(sampleOrder, sampleVerification.id, sampleFact, NOON)
const complaint = complaintOpened('wechat_pay', 'c1', NOON)
const aside = { bill: billKinds[0], row: 1, because: setAsideReasons[0], number: '', kind: '' }
const report = {
  ...{ rows: 0, paidFen: 0, refundedFen: 0, feeFen: 0, settledFen: 0, differences: 0, unexplainedFen: 0 },
  ...{ fileName: '', fileSha256: '', setAside: { trade: 1, account: 0, rows: [aside] } },
}
const sampleEndpoint = { url: '', events: [], createdAt: NOON, secret: '', seed: '', publicKey: '' }
const sampleDelivery: Delivery = {
  ...{ endpointId: 'e', about: { kind: 'account', id: 'a' }, sequence: 1, eventId: 'v', type: 'account.banned' },
  ...{ status: 'failed', createdAt: NOON, owedSince: NOON, tries: 1, made: 1, reason: 'gone' },
  attempts: [{ at: NOON, outcome: 'gone', ms: 1 }],
}
const by = { operatorId: 'ling', at: NOON }

const having = (put: Put, more: Record<string, Value>): Put => ({ ...put, item: { ...put.item, ...more } })

/** By the path of each store below `functions/`. */
const samples: Record<string, readonly Sample[]> = {
  'account/bans/appeal-store': [
    {
      written: having(appealOpened('a', '错了', NOON), { decidedBy: { kind: 'operator', id: 'ling' } }),
      read: appealOf,
      sets: { status: appealStatuses, 'decidedBy.kind': doerKinds },
    },
  ],
  'account/codes/challenge-store': [
    {
      written: challengeOpened(
        'c',
        challenge(ringOf(['k1']), { to: '19400000000', code: '123456', salt: 's', until: NOON }),
        { id: 'h', vendor: 'v', at: NOON, outcome: keptOutcomes[0] },
      ),
      read: (item) => ({ handedOn: handedOnIn(item, 'c') }),
      sets: { 'handedOn.0.outcome': keptOutcomes },
    },
  ],
  'account/codes/counted-text-store': [
    {
      written: having(textHanded({ id: 't', vendor: 'v', at: NOON }, smsPurposes[0]), {
        result: notSent[0],
        because: notTakenBecause[0],
        report: carrierReports[0],
        undelivered: undeliveredBecause[0],
      }),
      read: countedTextIn,
      sets: {
        purpose: smsPurposes,
        result: notSent,
        because: notTakenBecause,
        report: carrierReports,
        undelivered: undeliveredBecause,
      },
    },
  ],
  'account/sessions/session-list-store': [
    {
      written: sessionOpened(accountKeys.session('a', 'h'), {
        createdAt: NOON,
        expiresAt: NOON,
        by: openers[0],
        device: devices[0],
      }),
      read: sessionIn,
      sets: { by: openers, device: devices },
    },
  ],
  'account/sessions/signed-in-store': [
    {
      written: signInCounted('s', { by: openers[0], isFirst: true }, NOON),
      read: signInOf,
      sets: { by: openers },
    },
  ],
  'account/wechat/authorization-store': [
    {
      written: having(authorizationOpened(authorizationKey('a', 's'), newAuthorization('SESSION#h', NOON)), {
        end: authorizationEnds[0],
      }),
      read: authorizationOf,
      sets: { status: authorizationStatuses, end: authorizationEnds },
    },
  ],
  'account/wechat/visits/visit-store': [
    {
      written: having(
        visitOpened(
          visitKey('m', 's'),
          newVisit({ purpose: visitPurposes[0], way: visitWays[0], returnPath: '/' }, NOON),
        ),
        { end: visitEnds[0] },
      ),
      read: visitOf,
      sets: { status: authorizationStatuses, purpose: visitPurposes, way: visitWays, end: visitEnds },
    },
  ],
  'audit/audit-store': [
    {
      written: recordKept(
        chained(
          {
            by: { kind: 'operator', id: 'ling' },
            at: NOON,
            id: 'd',
            subject: 'order:a',
            action: deedActions[0],
            purpose: readPurposes[0],
            reason: 'r',
          },
          BEGINNING,
        ),
      ),
      read: auditOf,
      sets: { 'by.kind': doerKinds, action: deedActions, purpose: readPurposes },
    },
  ],
  'bookkeeping/reconciliation/reconciliation-store': [
    {
      written: having(runOpened('alipay', DAY, NOON), { report }),
      read: runOf,
      sets: {
        channel: paymentChannels,
        status: runStatuses,
        'report.setAside.rows.0.bill': billKinds,
        'report.setAside.rows.0.because': setAsideReasons,
      },
    },
  ],
  'bookkeeping/reconciliation/difference-store': [
    {
      written: having(
        differenceStored({ channel: 'alipay', day: DAY }, difference, { on: 'opened', outcome: 'frozen' }),
        { settled: { way: settlingWays[0], at: NOON } },
      ),
      read: differenceOf,
      sets: {
        channel: paymentChannels,
        kind: differenceKinds,
        status: differenceStatuses,
        'settled.way': settlingWays,
      },
    },
  ],
  'bookkeeping/statements/statement-store': [
    {
      written: statementStored(statementFrom(statement, comparison, 1)),
      read: statementOf,
      sets: { 'differences.0.kind': callDifferenceKinds, 'differences.0.here.billed': billedAnswers },
    },
  ],
  'complaints/complaint-store': [
    {
      written: having(complaint, { refusal: { deed: 'reply', code: 'c', at: NOON } }),
      read: complaintOf,
      sets: { channel: paymentChannels, status: complaintStatuses, 'refusal.deed': deedKinds },
    },
  ],
  'evidence/evidence-store': [
    {
      written: evidenceKept({ ...provenByCarrier('a'), ended: evidenceEnds[0] }),
      read: evidenceOf,
      sets: { kind: evidenceKinds, ended: evidenceEnds },
    },
  ],
  'messaging/sending/message-store': [
    {
      written: having(messageAccepted(accepted(draft, 'a', 'm', NOON), { messageMs: 1, recordMs: 1 }), {
        ...{ reason: failureReasons[0], sender: senders[0] },
      }),
      read: messageOf,
      sets: {
        sender: senders,
        template: templates,
        channel: channels,
        status: messageStatuses,
        reason: failureReasons,
      },
    },
  ],
  'operators/operator-store': [
    {
      written: personInvited(
        { name: 'lin', role: 'support', invitedBy: { kind: 'operator', id: 'zhao' } },
        { hash: 'h', until: NOON },
        NOON,
      ),
      read: keptPersonOf,
      sets: { role: personRoles, status: operatorStatuses, 'invitedBy.kind': doerKinds },
    },
  ],
  'operators/proposals/proposal-store': [
    {
      written: proposalOpened(sampleProposal)[0],
      read: proposalOf,
      sets: {
        status: proposalStatuses,
        'by.kind': doerKinds,
      },
    },
  ],
  'material/material-store': [
    {
      written: materialAwaited(sampleMaterial),
      read: materialOf,
      sets: { kind: materialKinds, type: pictureTypes, status: materialStatuses, because: materialRefusals },
    },
  ],
  'verification/papers/papers-store': [
    {
      written: papersBegun(samplePapers)[0],
      read: papersOf,
      sets: { kind: papersKinds, document: papersDocuments, status: papersStatuses },
    },
  ],
  'profile/further-store': [
    {
      written: put(profileKeys.further('a'), { occupation: occupations[0] }),
      read: furtherOf,
      sets: { occupation: occupations },
    },
  ],
  'proofing/proofing-store': [
    { written: proofingKept(sampleProofing), read: proofingOf, sets: { status: proofingStatuses } },
  ],
  'review/case/case-store': [
    {
      written: caseOpened(sampleReview)[0],
      read: caseOf,
      sets: {
        status: reviewStatuses,
        language: languages,
        'openedBy.kind': doerKinds,
        'first.verdict': givenVerdicts,
        'decision.verdict': verdicts,
      },
    },
  ],
  'webhooks/delivering/delivery-store': [
    {
      written: deliveryOpened(sampleDelivery, 1),
      read: deliveryOf,
      sets: { status: deliveryStatuses, reason: deliveryReasons, 'attempts.0.outcome': attemptOutcomes },
    },
  ],
  'webhooks/endpoints/endpoint-store': [
    {
      written: put(webhookKeys.endpoints(), { disabled: { because: disabledBecause[0], at: NOON } }),
      read: ({ pk, sk, disabled }) => endpointsOf({ pk, sk, 'endpoint.e': { ...sampleEndpoint, disabled } }).get('e'),
      sets: { 'disabled.because': disabledBecause },
    },
  ],
  'payment/ledger/ledger-store': [
    { written: booked(sampleOrder.id, transaction), read: bookedIn, sets: { unit: ledgerUnits } },
  ],
  'payment/orders/order-store': [
    {
      written: having(orderOpened(sampleOrder)[0], { channel: 'alipay' }),
      read: orderOf,
      sets: { kind: goodKinds, status: orderStatuses, offer: offers, channel: paymentChannels },
    },
  ],
  'payment/paying/attempt-store': [
    {
      written: attemptOpened(sampleAttempt),
      read: (item) => attemptsAmong([item])[0],
      sets: { status: attemptStatuses, 'request.method': paymentMethods },
    },
  ],
  'consent/consent-store': [
    {
      written: consentGiven({ ...consentFor(sampleVerification), language: 'zh' }),
      read: consentOf,
      sets: { purpose: purposes, 'items.0': dataItems, language: languages },
    },
  ],
  'consent/kept-consent-store': [
    {
      written: having(verificationOpened(sampleVerification), {
        consent: { ...sampleVerification.consent, language: 'zh' },
      }),
      read: verificationOf,
      sets: { 'consent.language': languages },
    },
  ],
  'consent/disclosure-store': [
    {
      written: disclosed(texted({ id: 'd', vendor: 'v', at: NOON }, 'a', 'answered')),
      read: disclosureOf,
      sets: { basis: bases, purpose: disclosurePurposes, 'items.0': dataItems, outcome: disclosureOutcomes },
    },
  ],
  'face/check/counted-store': [
    {
      written: faceCounted(sampleFaceCheck, 'failed', faceReasons[0], NOON),
      read: countedFaceOf,
      sets: { status: faceCheckStatuses, reason: faceReasons },
    },
  ],
  'face/check/face-check-store': [
    {
      written: faceCheckOpening({
        ...sampleFaceCheck,
        consent: { ...sampleFaceCheck.consent, language: 'zh' },
        ...{ lastTry: 'not_live', reason: 'not_live', worksIn: 'any' },
      }),
      read: faceCheckOf,
      sets: {
        status: faceCheckStatuses,
        reason: faceReasons,
        lastTry: failures,
        worksIn: placesOfVendors,
        'consent.language': languages,
      },
    },
  ],
  'payment/refunds/refund-store': [
    {
      written: refundDue(sampleRefund),
      read: refundOf,
      sets: { channel: paymentChannels, cause: refundCauses, status: refundStatuses },
    },
  ],
  'verification/check/breaker-store': [
    {
      written: having(put(verificationKeys.breaker('v'), {}), { status: 'open', since: NOON, refusals: 1, code: 'c' }),
      read: breakerOf,
      sets: { status: breakerStatuses },
    },
  ],
  'verification/check/call-store': [
    {
      written: having(check, { billed: 'yes', calledAt: NOON }),
      read: madeCallIn,
      sets: { billed: billedAnswers },
    },
    {
      written: having(check, {
        ...{ answer: callAnswers[0], because: cardRefusals[0] },
        passes: { v: { count: 0, until: NOON, because: refusals[0] } },
      }),
      read: askedVendorsIn,
      sets: { status: checkStatuses, answer: callAnswers, because: cardRefusals, 'passes.v.because': refusals },
    },
  ],
  'verification/check/check-store': [
    { written: check, read: checkOf, sets: { offer: offers, channel: paymentChannels, status: checkStatuses } },
    {
      written: owedCheckReady({ accountId: 'a', verificationId: 'v', owed: 'bank_card' }, NOON),
      read: checkOf,
      sets: { owed: platformMethods },
    },
  ],
  'verification/owed/owed-store': [
    {
      written: having(owedOpened(sampleOwed)[0] ?? check, { reason: 'service_fault', refusal: 'service_fault' }),
      read: owedVerificationOf,
      sets: { method: platformMethods, status: verificationStatuses, reason: reasons, refusal: owedRefusals },
    },
  ],
  'certification/applicants/applicant-store': [
    {
      written: applicantKept(sampleApplicant, 5)[0],
      read: applicantOf,
      sets: { kind: applicantKinds, status: applicantStatuses, 'differs.0': companyFields },
    },
  ],
  'certification/proving/proof-store': [
    { written: proofBegun(sampleProof), read: proofIn, sets: { status: proofStatuses } },
  ],
  'certification/applications/application-store': [
    {
      written: applicationOpened(sampleApplication),
      read: applicationOf,
      sets: {
        kind: applicantKinds,
        status: applicationStatuses,
        language: languages,
        presence: presences,
        fee: feeStates,
        'paid.channel': paymentChannels,
        'qualification.verdict': partialVerdicts,
        'materials.0.kind': materialKinds,
        'papers.0.kind': paperKinds,
        'steps.0.on': applicationTransitions.map(({ on }) => on),
        'steps.0.status': applicationStatuses,
      },
    },
  ],
  'certification/texting/result-text-store': [
    {
      written: resultTextOwed({
        ...{
          id: 'c-1',
          accountId: 'a',
          application: 'c',
          result: 'certified',
          status: 'given_up',
          createdAt: 1,
          tries: 1,
        },
        because: 'vendors',
      }),
      read: resultTextOf,
      sets: { result: results, status: resultTextStatuses, because: givenUpBecause },
    },
  ],
  'certification/apps/app-store': [
    {
      written: appCreated(sampleApp, 5)[0] as Put,
      read: appOf,
      sets: {
        kind: appKinds,
        certifiedFor: applicantKinds,
        nameCause: nameCauses,
        stepKind: stepKinds,
        'names.0.because': nameCauses,
        'platformIds.0.platform': platforms,
      },
    },
  ],
  'certification/steps/step-store': [
    {
      written: stepOpened(sampleStep),
      read: stepOf,
      sets: { kind: stepKinds, status: stepStatuses, language: languages },
    },
  ],
  'account/scan/scan-store': [
    {
      written: scanOpened(scanKey('c'), {
        ...{ purpose: 'continue', status: 'used', desk: 'd', askedAt: NOON, expiresAt: NOON },
        ...{ browser: { name: 'chrome', system: 'mac' }, root: openers[0], taken: { device: 'iphone' } },
      }),
      read: scanOf,
      sets: {
        purpose: scanPurposes,
        status: scanStatuses,
        'browser.name': browserNames,
        'browser.system': devices,
        root: openers,
        'taken.device': devices,
      },
    },
  ],
  'certificates/certificate/certificate-store': [
    {
      written: certificateIssued(wholeCertificate, 1),
      read: certificateOf,
      sets: {
        kind: applicantKinds,
        appKind: appKinds,
        'platformIds.0.platform': platforms,
        status: certificateStatuses,
        'steps.0.on': [...certificateTransitions.map(({ on }) => on), 'issued'],
        'steps.0.status': certificateStatuses,
        'steps.0.reason': certificateReasons,
        'looks.saw': pageSights,
      },
    },
  ],
  'certificates/reporting/report-store': [
    {
      written: reportKept('c', { id: 'r', at: 1, reason: 'other', words: 'w', review: 'a.b' }, 2),
      read: reportOf,
      sets: { reason: reportReasons },
    },
  ],
  'certification/domains/domain-store': [
    { written: domainAsked(sampleDomain, 5)[0] as Put, read: domainOf, sets: { 'proven.by': domainProofs } },
  ],
  'documents/checking/document-store': [
    {
      written: put(documentKeys.document('a', 'd'), { ...sampleDocument }),
      read: documentOf,
      sets: { status: documentStatuses, reason: documentRefusalReasons },
    },
  ],
  'wallet/cards/card-store': [
    {
      written: put(cardKeys.card('a', 'i'), { ...sampleCard }),
      read: cardOf,
      sets: { status: cardStatuses, reason: owedRefusals, bank: bankNames, kind: cardKinds },
    },
  ],
  'verification/verification-store': [
    {
      written: having(verificationOpened(sampleVerification), {
        reason: 'service_fault',
        consent: { ...sampleVerification.consent, language: 'zh' },
      }),
      read: verificationOf,
      sets: {
        method: openMethods,
        offer: offers,
        status: verificationStatuses,
        reason: reasons,
      },
    },
  ],
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => Object(found)[name], value)

/** The same item with another word at that place. */
const withWord = (written: Put, path: readonly string[], word: string): Put => {
  const copy = structuredClone(written)
  const last = path.at(-1) ?? ''
  Object(at(copy.item, path.slice(0, -1)))[last] = word
  return copy
}

const readBack = async ({ read }: Pick<Sample, 'read'>, written: Put): Promise<unknown> => {
  const table = memoryTable()
  await table.commit([{ ...written, when: undefined }])
  const item = await table.get(written.key)
  return item && read(item)
}

const rows = Object.entries(samples).flatMap(([store, of]) =>
  of.flatMap((sample) => Object.entries(sample.sets).map(([place, words]) => ({ store, place, words, sample }))),
)

describe('a word that can be written can be read', () => {
  it.each(rows)('$store: every $place', async ({ sample, place, words }) => {
    const path = place.split('.')
    expect(at(await readBack(sample, sample.written), path)).toBeTypeOf('string')
    for (const word of words) expect(at(await readBack(sample, withWord(sample.written, path, word)), path)).toBe(word)
    await expect(readBack(sample, withWord(sample.written, path, 'no such word'))).rejects.toThrow()
  })

  it('also in what an operator asked for, and in what belongs to a day', async () => {
    const shown = {
      channel: 'alipay',
      day: DAY,
      difference: 'd',
      differs: 'payment_amount',
      outcome: 'o',
      way: 'matched',
    }
    const other = {
      ...sampleProposal,
      kind: 'difference_settled',
      shown: { ...shown, number: 'n', amountFen: 1 },
    } as const
    expect(await readBack({ read: proposalOf }, proposalOpened(other)[0])).toEqual(other)
    const deeds = { reply: { text: 'x', answersPayer: true }, complete: {} }
    for (const kind of deedKinds) {
      const pending = { ...by, kind, ...deeds[kind] }
      expect(await readBack({ read: complaintOf }, having(complaint, { pending }))).toMatchObject({ pending })
    }
    for (const unit of ledgerUnits)
      expect(await readBack({ read: bookedIn }, bookedForDay('alipay', DAY, { ...transaction, unit }))).toMatchObject({
        unit,
      })
  })

  it('holds for every set of every store, and each is declared once, beside its type', () => {
    const stores = filesLike('functions/**/*-store.ts').filter((file) => !file.startsWith('functions/sandbox/'))
    const declared = stores.flatMap((file) => {
      const sets = textOf(file).match(/z\.enum\(\w+\)/g) ?? []
      expect(textOf(file).match(/z\.enum\(/g) ?? [], file).toHaveLength(sets.length)
      return sets.length === 0 ? [] : [`${file.slice('functions/'.length, -'.ts'.length)}: ${sets.length}`]
    })
    const tried = Object.entries(samples).map(
      ([store, of]) => `${store}: ${of.flatMap(({ sets }) => Object.keys(sets)).length}`,
    )
    expect(tried.sort()).toEqual(declared.sort())
  })
})

const sources = filesLike('functions/**/*.ts').filter((file) => !file.startsWith('functions/sandbox/'))

const imported = (file: string): string[] =>
  [...textOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path))

/** Sets of words that stores read, where they are declared. */
const declaredSets = (() => {
  const stores = sources.filter((file) => file.endsWith('-store.ts'))
  const read = new Set(
    stores.flatMap((file) => [...textOf(file).matchAll(/z\.enum\((\w+)\)/g)].map(([, name]) => name)),
  )
  return sources.flatMap((file) =>
    [...textOf(file).matchAll(/export const (\w+) = \[([^\]]*)\] as const/g)]
      .filter(([, name]) => read.has(name))
      .map(([declaration, name = '', words = '']) => ({
        file,
        name,
        declaration,
        words: [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
      })),
  )
})()

/** Words that are named where the set they belong to is not. */
const namedIn: Record<string, string> = {
  points: 'functions/goods.ts',
  platform: 'functions/account/sessions/sign-in-platform.ts',
  cancelled_by_user: 'functions/payment/good.ts',
  wrong_amount_paid: 'functions/payment/good.ts',
  account_banned: 'functions/payment/good.ts',
  // Documents that are like any other but for what they are called.
  residence_permit: 'functions/verification/papers/words.ts',
  permanent_resident_card: 'functions/verification/papers/words.ts',
  old_permanent_resident_card: 'functions/verification/papers/words.ts',
  home_return_permit: 'functions/verification/papers/words.ts',
  taiwan_permit: 'functions/verification/papers/words.ts',
  exit_permit: 'functions/verification/papers/words.ts',
  // What somebody does is said, shown and nothing else.
  ...Object.fromEntries(occupations.map((word) => [word, 'web/user/level/trust-texts.ts'])),
  // What somebody reports is told to people as they said it, and nothing follows from which it is.
  ...Object.fromEntries(reportReasons.map((word) => [word, 'web/console/certificates/texts.ts'])),
  // Adapters know the port by what makes their tables.
  not_live: 'functions/vendors/tencent-cloud/face-codes.ts',
  other_face: 'functions/vendors/tencent-cloud/face-codes.ts',
  identity_differs: 'functions/vendors/tencent-cloud/face-codes.ts',
  picture_unusable: 'functions/vendors/tencent-cloud/face-codes.ts',
  risk_rule: 'functions/vendors/alibaba-cloud/face-codes.ts',
  vendor_refused: 'functions/face/check/face-check.ts',
  certification: 'functions/goods.ts',
  // Names of rows.
  ...Object.fromEntries(platforms.map((word) => [word, 'functions/certification/platforms/platform-ids.ts'])),
}

describe('a word that can be read is one that the code speaks of', () => {
  it.each(declaredSets)('$name', ({ file, declaration, words }) => {
    const speakers = sources.filter((one) => one === file || imported(one).includes(file))
    const spoken = speakers.map((one) => textOf(one).replace(declaration, '')).join()
    const isSpoken = (word: string) =>
      spoken.includes(`'${word}'`) || (word in namedIn && textOf(namedIn[word] ?? '').includes(word))
    expect(words).not.toEqual([])
    expect(words.filter((word) => !isSpoken(word))).toEqual([])
  })
})
