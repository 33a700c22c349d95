import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { queryAll } from '../../shared/table/query-all.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { type Applicant, applicantAt } from './applicants/applicant.ts'
import { applicantOf } from './applicants/applicant-store.ts'
import { showApplicant } from './applicants/applicant-view.ts'
import { getApplicantRoute, keepApplicantRoute, listApplicantsRoute } from './applicants.route.ts'
import { applicationSettings } from './applications/settings.ts'
import { findApplicant } from './applying/find-application.ts'
import { applicationKeys, applicationLists } from './keys.ts'
import { findProof } from './proving/find-proof.ts'
import type { AccountProof } from './proving/proof.ts'
import { proofIn } from './proving/proof-store.ts'

const settings = deployed(applicationSettings, verificationSettings)
const table = tableNamed('TABLE')
const deps = { table, clock, ids, vault, settings }

const on = answering(bySession(deps))

/** With how the account of each is proven, for the answer. */
const withProof = async (found: Outcome<Applicant>) =>
  found.ok ? ok({ of: found.value, proof: await findProof(deps, found.value) }) : found

const show = ({ of, proof }: { of: Applicant; proof: AccountProof | undefined }) =>
  showApplicant(applicantAt(of, settings.certification, clock.now()), proof, clock.now())

export const handler = serve(
  on(keepApplicantRoute, async ({ body }, { accountId }) => {
    const { keepApplicant } = await import('./applicants/keep-applicant.ts')
    return answered(201, await withProof(await keepApplicant(deps, accountId, body)), show)
  }),
  on(listApplicantsRoute, async (_request, { accountId }) => {
    const items = await queryAll(table, applicationLists.applicants(accountId))
    const kept = items.map(applicantOf).toReversed()
    const proofs = await table.getMany(kept.map(({ id }) => applicationKeys.accountProof(accountId, id)))
    const applicants = kept.map((of, nth) => show({ of, proof: proofIn(proofs[nth]) }))
    return ok({ status: 200, body: { applicants, most: settings.certification.applicants } })
  }),
  on(getApplicantRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await withProof(await findApplicant(deps, accountId, id)), show),
  ),
)
