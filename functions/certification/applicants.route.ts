import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { LONGEST_TYPED_NAME } from '../person/longest-name.ts'
import { applicantKinds } from './applicants/applicant-kinds.ts'
import { applicantShown } from './applicants/applicant-view.ts'

const at = { fn: 'certification-applicants', caller: 'session' } as const

const PATH = '/v1/applicants'
const ONE = `${PATH}/{id}` as const

const typed = (longest: number, code: string) => z.string(code).check(z.maxLength(longest, code))

export const keepApplicantRoute = route({
  ...at,
  method: 'POST',
  name: 'keepApplicant',
  path: PATH,
  summary:
    'Say whom apps are certified for: yourself, as the account is verified, or an organisation with its credit code, its name and who represents it. All that is wrong is told at once; costs nothing, and a repeat answers the one that is kept',
  bodyLimit: 4096,
  body: z.strictObject({
    kind: z.enum(applicantKinds),
    creditCode: z.optional(typed(40, 'invalid_credit_code')),
    companyName: z.optional(typed(400, 'invalid_company_name')),
    representative: z.optional(
      z.strictObject({
        name: typed(LONGEST_TYPED_NAME, 'invalid_name'),
        idNumber: typed(40, 'invalid_id_number'),
      }),
    ),
  }),
  answers: { 201: applicantShown },
  problems: [
    ...(['unauthenticated', 'banned', 'applicant_limit_reached', 'invalid_credit_code', 'credit_code_kind'] as const),
    ...(['invalid_company_name', 'invalid_name', 'invalid_id_number', 'id_number_region', 'id_number_date'] as const),
    ...(['id_number_check_digit', 'id_kind_needs_review', 'id_number_birth_year', 'contended'] as const),
  ],
})

export const listApplicantsRoute = route({
  ...at,
  method: 'GET',
  name: 'listApplicants',
  path: PATH,
  summary: 'Whom the account applies for, the newest first',
  answers: { 200: z.strictObject({ applicants: z.array(applicantShown), most: z.int() }) },
  problems: ['unauthenticated'],
})

export const getApplicantRoute = route({
  ...at,
  method: 'GET',
  name: 'getApplicant',
  path: ONE,
  summary: 'One applicant of the account, and how it stands with the register',
  answers: { 200: applicantShown },
  problems: ['unauthenticated', 'not_found'],
})

export const applicantTermsRoute = route({
  fn: 'certification-check',
  caller: 'anyone',
  keptByLanguage: true,
  method: 'GET',
  name: 'getApplicantTerms',
  path: '/v1/applicant-terms',
  summary: 'What is agreed to before a register is asked about an organisation, and whether one can be asked here',
  answers: {
    200: z.strictObject({
      offered: z.boolean(),
      readsLicences: z.boolean(),
      provesAccounts: z.boolean(),
      consent: noticeShown,
    }),
  },
})

export const checkApplicantRoute = route({
  fn: 'certification-check',
  caller: 'session',
  method: 'POST',
  name: 'checkApplicant',
  path: `${ONE}/check`,
  summary:
    'Have an organisation looked up in the register, at no charge: at most one call is made for what was given. What no register can say is left to people, and holds nobody up',
  bodyLimit: 1024,
  body: z.strictObject({
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 200: applicantShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'consent_required', 'consent_outdated'] as const),
    ...(['applicant_needs_no_check', 'applicant_later', 'applicant_checks_used', 'contended'] as const),
  ],
})

export const applicantRoutes = [
  keepApplicantRoute,
  listApplicantsRoute,
  getApplicantRoute,
  applicantTermsRoute,
  checkApplicantRoute,
] as const
