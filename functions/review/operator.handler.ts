import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { certificateSettings } from '../certificates/settings.ts'
import { applicationSettings } from '../certification/applications/settings.ts'
import { certificationSettings } from '../certification/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { profileSettings } from '../profile/settings.ts'
import { proofingSettings } from '../proofing/settings.ts'
import { reviewKinds } from '../review-kinds.ts'
import { serve } from '../serve.ts'
import { papersSettings } from '../verification/papers/settings.ts'
import type { PapersPeople } from '../verification/papers/settle-proof.ts'
import { verificationSettings } from '../verification/settings.ts'
import type { ReviewCase } from './case/case.ts'
import { listCases } from './deciding/list-cases.ts'
import { readCase, shownToOperator } from './deciding/read-case.ts'
import type { Reviewer } from './deciding/reviewer.ts'
import {
  askReviewRoute,
  claimReviewRoute,
  decideReviewRoute,
  nextReviewRoute,
  operatorReviewRoute,
  operatorReviewsRoute,
  releaseReviewRoute,
  secondReviewRoute,
} from './operator.route.ts'
import { reviewSettings } from './settings.ts'

const settings = deployed(
  applicationSettings,
  certificateSettings,
  certificationSettings,
  materialSettings,
  messagingSettings,
  operatorSettings,
  papersSettings,
  profileSettings,
  proofingSettings,
  reviewSettings,
  verificationSettings,
)
const told = notices(ids, settings.keeping)
const table = announcingTable('TABLE')

/** Needed while the key of the person index is replaced: loaded by whoever approves papers. */
const people: PapersPeople = {
  async index(of) {
    const { vault } = await import('../../shared/runtime/vault.ts')
    const { indexPapers } = await import('../verification/papers/index-papers.ts')
    return indexPapers({ table, vault, clock, ids }, of)
  },
  async gather(found) {
    const { gatherPerson } = await import('../verification/submission/gather-person.ts')
    await gatherPerson({ table, clock }, found)
  },
}
const kinds = reviewKinds(settings, people)
const deps = { table, clock, ids, kinds, told, settings, publicUrl: env('PUBLIC_URL') }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)
/** Loaded when somebody acts: most calls only read. */
const claims = () => import('./deciding/take-claim.ts')

type Asker = { params: Partial<Record<'id', string>>; headers: Record<string, string | undefined> }

const shownTo =
  (by: Reviewer, { headers }: Pick<Asker, 'headers'>) =>
  (of: ReviewCase) =>
    shownToOperator(deps, by, of, languageWanted(headers['accept-language']))

/** Runs a deed about the case in the path, and answers the case as it is then. */
const on = answering(byOperator(deps, operators))
const done = (by: Reviewer, request: Asker, outcome: Outcome<ReviewCase>) =>
  answered(200, outcome, shownTo(by, request))

export const handler = serve(
  on(operatorReviewsRoute, async ({ query, headers }, by) =>
    answered(200, await listCases(deps, by, { ...query, language: languageWanted(headers['accept-language']) })),
  ),
  on(operatorReviewRoute, async ({ params: { id = '' }, headers }, by) =>
    answered(200, await readCase(deps, by, id, languageWanted(headers['accept-language']))),
  ),
  on(nextReviewRoute, async ({ body, headers }, by) => {
    const { takeNext } = await import('./deciding/take-next.ts')
    const shown = shownTo(by, { headers })
    return answered(200, await takeNext(deps, by, body), (of) => ({ review: of ? shown(of) : null }))
  }),
  on(claimReviewRoute, async (request, by) => {
    const { takeClaim } = await claims()
    return done(by, request, await takeClaim(deps, by, request.params.id ?? ''))
  }),
  on(releaseReviewRoute, async (request, by) => {
    const { giveBackClaim } = await claims()
    return done(by, request, await giveBackClaim(deps, by, request.params.id ?? ''))
  }),
  on(askReviewRoute, async (request, by) => {
    const { askUser } = await import('./deciding/ask-user.ts')
    return done(by, request, await askUser(deps, by, { name: request.params.id ?? '', ...request.body }))
  }),
  on(decideReviewRoute, async (request, by) => {
    const { decideCase } = await import('./deciding/decide-case.ts')
    return done(by, request, await decideCase(deps, by, { name: request.params.id ?? '', ...request.body }))
  }),
  on(secondReviewRoute, async (request, by) => {
    const { decideSecond } = await import('./deciding/decide-second.ts')
    return done(by, request, await decideSecond(deps, by, { name: request.params.id ?? '', ...request.body }))
  }),
)
