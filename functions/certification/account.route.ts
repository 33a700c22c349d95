import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { applicantShown } from './applicants/applicant-view.ts'

const account = { fn: 'certification-account', caller: 'session', method: 'POST' } as const

const PATH = '/v1/applicants/{id}/account-proofs'

export const beginAccountProofRoute = route({
  ...account,
  name: 'beginAccountProof',
  path: PATH,
  summary:
    'Have a few fen transferred to the account of an enterprise, at no charge: whoever sees its statement says how many. At most one transfer is open, and a repeat answers how it stands. What is agreed to is the notice of `GET /v1/applicant-terms`, which says whether this is offered here',
  bodyLimit: 2048,
  body: z.strictObject({
    accountNumber: z.string('invalid_account_number').check(z.maxLength(64, 'invalid_account_number')),
    bankCode: z.optional(z.string('invalid_bank_code').check(z.maxLength(32, 'invalid_bank_code'))),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 200: applicantShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'consent_required', 'consent_outdated'] as const),
    ...(['account_proof_not_offered', 'account_proof_needs_company', 'invalid_account_number'] as const),
    ...(['invalid_bank_code', 'account_proofs_used', 'account_not_taken', 'account_not_transferred'] as const),
    'contended',
  ],
})

export const answerAccountProofRoute = route({
  ...account,
  name: 'answerAccountProof',
  path: `${PATH}/current/answers`,
  summary: 'Say how many fen arrived: three times at most, for 72 hours. A try counts before it is compared',
  bodyLimit: 1024,
  body: z.strictObject({ fen: z.int('invalid_fen').check(z.gte(1, 'invalid_fen'), z.lte(99, 'invalid_fen')) }),
  answers: { 200: applicantShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'invalid_fen'] as const),
    ...(['account_proof_over', 'account_amount_wrong', 'contended'] as const),
  ],
})

export const accountProofRoutes = [beginAccountProofRoute, answerAccountProofRoute] as const
